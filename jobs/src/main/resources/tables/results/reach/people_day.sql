-- What tasks tallied, put together. Reads people_tally.
SELECT
  organisation,
  day,
  event,
  channel,
  audience,
  delivery,
  events,
  events_once,
  theta_sketch_estimate(sketch) AS people,
  sketch
FROM (
  SELECT
    organisation,
    start AS day,
    event,
    channel,
    audience,
    delivery,
    sum(events) AS events,
    sum(events_once) AS events_once,
    union_of_people(collect_list(noted)) AS sketch
  FROM people_tally
  GROUP BY organisation, start, event, channel, audience, delivery
)
