SELECT channel AS what, count(*) AS figure
FROM facts.post
GROUP BY channel
