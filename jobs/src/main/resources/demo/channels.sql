SELECT
  channel AS Channel,
  posts AS Posts,
  round(posts_per_week, 1) AS `Posts a week`,
  CAST(round(mean_reach_per_post) AS BIGINT) AS `Mean reach`,
  format_string('%.1f %%', 100 * engagement_rate_reach) AS `Engaged of reached`,
  format_string('%.1f to %.1f', 100 * engagement_rate_reach_low, 100 * engagement_rate_reach_high) AS `95 %`,
  format_string('%.1f %%', 100 * engagement_rate_impressions) AS `of impressions`,
  format_string('%.1f %%', 100 * engagement_rate_followers) AS `of followers`
FROM results.engagement
WHERE period_kind = 'all' AND channel <> 'all' AND audience = 'all' AND category = 'all' AND delivery = 'organic'
ORDER BY posts DESC
