SELECT
  channel AS Channel,
  CAST(parts AS INT) AS `Posts and ads`,
  coalesce(format_number(reach, 0), '–') AS People,
  reach_low AS `At least`,
  reach_high AS `At most`,
  reach_method AS How,
  -- Others than residents see posts, too.
  CASE
    WHEN share_high <= 1 THEN format_string('%.1f to %.1f %%', 100 * share_low, 100 * share_high)
    WHEN share_low IS NOT NULL THEN format_string('%.1f %% or more', 100 * share_low)
  END AS `Of residents`
FROM results.reach
WHERE event = 'impression' AND period_kind = 'month' AND audience = 'all' AND delivery = 'all'
  AND period_start = (SELECT max(period_start) FROM results.reach WHERE event = 'impression' AND period_kind = 'month')
ORDER BY channel = 'all', channel
