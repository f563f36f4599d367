-- The time is California's. A reach below nobody is a fault of the export.
SELECT
  'facebook' AS channel,
  `Sid-id` AS account_id,
  Sidnamn AS account_name,
  `Publicerings-id` AS post_id,
  to_utc_timestamp(to_timestamp(Publiceringstid, 'MM/dd/yyyy HH:mm'), 'America/Los_Angeles') AS published_at,
  CAST(convert_timezone('America/Los_Angeles', 'Europe/Stockholm', to_timestamp_ntz(Publiceringstid, 'MM/dd/yyyy HH:mm')) AS DATE) AS local_day,
  `Inläggstyp` AS post_type,
  coalesce(Titel, Beskrivning) AS text,
  `Permalänk` AS permalink,
  CAST(Visningar AS BIGINT) AS views,
  CAST(NULL AS BIGINT) AS impressions,
  CAST(`Räckvidd` AS BIGINT) AS reach,
  CAST(Reaktioner AS BIGINT) AS reactions,
  CAST(Kommentarer AS BIGINT) AS comments,
  CAST(Delningar AS BIGINT) AS shares,
  CAST(NULL AS BIGINT) AS saves,
  CAST(`Totalt antal klick` AS BIGINT) AS clicks,
  CAST(regexp_extract(input_file_name(), '([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM facebook
WHERE CAST(`Räckvidd` AS BIGINT) >= 0
