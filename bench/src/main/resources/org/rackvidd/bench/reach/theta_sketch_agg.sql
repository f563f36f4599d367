-- The same with a sketch by Spark's own aggregate.
SELECT
  organisation,
  CASE at_precision
    WHEN 'minute' THEN CAST(from_utc_timestamp(at, organisation_zone) AS DATE)
    ELSE day
  END AS local_day,
  event,
  channel,
  is_paid,
  utm_campaign,
  count(*) AS events,
  theta_sketch_agg(person, 14) AS sketch
FROM facts.person_event
GROUP BY ALL
