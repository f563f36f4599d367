SELECT concat_ws(' ', period_kind, period_start, channel, 'posts') AS what, posts AS figure FROM engagement
WHERE period_kind IN ('month', 'quarter', 'year')
UNION ALL
SELECT concat_ws(' ', period_kind, period_start, channel, 'interactions') AS what, interactions AS figure FROM engagement
WHERE period_kind IN ('month', 'quarter', 'year')
UNION ALL
SELECT concat_ws(' ', period_kind, period_start, channel, 'rate') AS what, engagement_rate_reach AS figure FROM engagement
WHERE period_kind IN ('month', 'quarter', 'year') AND engagement_rate_reach IS NOT NULL
