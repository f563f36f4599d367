SELECT
  category AS About,
  posts AS Posts,
  CAST(round(mean_reach_per_post) AS BIGINT) AS `Mean reach`,
  IF(engagement_rate_reach IS NULL, '–', format_string('%.1f %%', 100 * engagement_rate_reach)) AS `Engaged of reached`,
  IF(engagement_rate_reach_low IS NULL, '–', format_string('%.1f to %.1f', 100 * engagement_rate_reach_low, 100 * engagement_rate_reach_high)) AS `95 %`
FROM results.engagement
WHERE period_kind = 'all' AND channel = 'all' AND audience = 'all' AND category <> 'all' AND delivery = 'organic'
ORDER BY engagement_rate_reach DESC
