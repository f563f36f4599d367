SELECT 'visits' AS what, count(*) AS figure FROM visit
UNION ALL
SELECT 'page views' AS what, count(*) AS figure FROM page_view
UNION ALL
SELECT 'conversions' AS what, count(*) AS figure FROM conversion
