-- What tasks tallied, put together. A union has the same bytes whatever went before it: what is in a
-- sketch as it is filled depends on the order. Reads people_tally.
SELECT
  organisation,
  start AS day,
  event,
  channel,
  audience,
  delivery,
  sum(events) AS events,
  sum(events_once) AS events_once,
  theta_sketch_estimate(theta_union_agg(noted, 14)) AS people,
  theta_union_agg(noted, 14) AS sketch
FROM people_tally
GROUP BY organisation, start, event, channel, audience, delivery
