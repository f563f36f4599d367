SELECT concat_ws(' ', model, period_start, channel) AS what, conversions AS figure
FROM attribution
UNION ALL
SELECT concat_ws(' ', model, 'in all') AS what, sum(conversions) AS figure
FROM attribution
GROUP BY model
