SELECT channel AS what, count(DISTINCT post_id) AS figure
FROM post
GROUP BY channel
