SELECT CAST(period_start AS STRING) AS what, CASE WHEN reach >= 50 THEN reach ELSE 0 END AS figure
FROM results.reach
WHERE event = 'visit' AND period_kind = 'quarter' AND channel = 'all' AND audience = 'all' AND delivery = 'all'
