-- Events with their local day.
SELECT
  *,
  CASE at_precision
    WHEN 'minute' THEN CAST(from_utc_timestamp(at, organisation_zone) AS DATE)
    ELSE day
  END AS local_day
FROM facts.person_event
