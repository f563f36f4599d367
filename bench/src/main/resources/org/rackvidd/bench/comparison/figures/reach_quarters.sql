SELECT CAST(period_start AS VARCHAR(10)) AS what, CASE WHEN people >= 50 THEN people ELSE 0 END AS figure
FROM reach_sketch
WHERE period_kind = 'quarter'
