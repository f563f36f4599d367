SELECT
  CASE event WHEN 'visit' THEN 'visits' WHEN 'page_view' THEN 'page views' ELSE 'conversions' END AS what,
  count(*) AS figure
FROM facts.person_event
WHERE collected_by = 'matomo'
GROUP BY 1
