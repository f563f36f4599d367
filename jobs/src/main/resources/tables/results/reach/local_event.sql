-- Events with their local day.
SELECT
  *,
  CASE at_precision
    WHEN 'minute' THEN date_from_unix_date(local_day(unix_micros(at)))
    ELSE day
  END AS local_day
FROM facts.person_event
