SELECT concat_ws(' ', channel, 'posts') AS what, posts AS figure FROM engagement
WHERE period_kind = 'all'
UNION ALL
SELECT concat_ws(' ', channel, 'interactions') AS what, interactions AS figure FROM engagement
WHERE period_kind = 'all'
