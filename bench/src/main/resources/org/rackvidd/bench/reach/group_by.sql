-- What an analyst would write to count events by day: the same groups as those of sketches.
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
  count(*) AS events
FROM facts.person_event
GROUP BY ALL
