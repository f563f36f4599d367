SELECT
  local_day AS Day,
  channel AS Channel,
  post_type AS Kind,
  category AS About,
  reach AS Reach,
  interactions AS Interactions,
  IF(engagement_rate_reach IS NULL, '–', format_string('%.1f %%', 100 * engagement_rate_reach)) AS `of reached`,
  title AS Post
FROM results.engagement_post
WHERE account_role = 'own' AND reach >= 500 AND local_day >= (SELECT add_months(max(local_day), -6) FROM results.engagement_post)
ORDER BY engagement_rate_reach DESC
LIMIT 6
