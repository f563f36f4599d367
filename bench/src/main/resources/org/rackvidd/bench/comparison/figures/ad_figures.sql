SELECT 'rows' AS what, count(*) AS figure FROM ad_figures
UNION ALL
SELECT 'spend' AS what, sum(spend) AS figure FROM ad_figures
UNION ALL
SELECT 'impressions' AS what, sum(impressions) AS figure FROM ad_figures
