-- Months of which a day changed. Reads month_people_day: facts.people_day of these months.
SELECT
  organisation,
  CAST(date_trunc('MONTH', day) AS DATE) AS month,
  event,
  channel,
  audience,
  delivery,
  min(day) AS first_day,
  sum(events) AS events,
  sum(events_once) AS events_once,
  theta_sketch_estimate(theta_union_agg(sketch, 14)) AS people,
  theta_union_agg(sketch, 14) AS sketch
FROM month_people_day
GROUP BY organisation, CAST(date_trunc('MONTH', day) AS DATE), event, channel, audience, delivery
