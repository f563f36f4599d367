-- Whom a quarter reached: by channel and audience, by each of them and in all.
SELECT
  event,
  channel,
  audience,
  theta_sketch_estimate(theta_union_agg(sketch, 14)) AS people
FROM facts.people_month
WHERE month BETWEEN :first AND :last
GROUP BY event, GROUPING SETS ((channel, audience), (channel), (audience), ())
