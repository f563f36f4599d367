SELECT
  'month' AS period_kind,
  CAST(date_trunc('MONTH', local_day) AS DATE) AS period_start,
  channel,
  count(DISTINCT person) AS people
FROM visit
GROUP BY ALL
UNION ALL
SELECT
  'quarter' AS period_kind,
  CAST(date_trunc('QUARTER', local_day) AS DATE) AS period_start,
  'all' AS channel,
  count(DISTINCT person) AS people
FROM visit
GROUP BY ALL
