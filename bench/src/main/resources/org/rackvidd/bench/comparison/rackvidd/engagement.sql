SELECT concat_ws(' ', channel, 'posts') AS what, posts AS figure
FROM results.engagement
WHERE period_kind = 'all' AND audience = 'all' AND category = 'all' AND delivery = 'all'
UNION ALL
SELECT concat_ws(' ', channel, 'interactions') AS what, interactions AS figure
FROM results.engagement
WHERE period_kind = 'all' AND audience = 'all' AND category = 'all' AND delivery = 'all'
