SELECT 'rows' AS what, count(*) AS figure
FROM results.ad_figures
WHERE dimensions = 'age;gender' AND origin = 'stated'
UNION ALL
SELECT 'spend' AS what, sum(spend) AS figure
FROM results.ad_figures
WHERE dimensions = 'age;gender' AND origin = 'stated'
UNION ALL
SELECT 'impressions' AS what, sum(impressions) AS figure
FROM results.ad_figures
WHERE dimensions = 'age;gender' AND origin = 'stated'
