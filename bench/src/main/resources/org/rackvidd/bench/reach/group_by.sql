-- What an analyst would write to count events by what sketches are made by: day, event, channel and delivery, and
-- the campaign, of which audiences follow.
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
