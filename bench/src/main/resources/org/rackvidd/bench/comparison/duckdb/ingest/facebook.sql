-- The time is California's. A reach below nobody is a fault of the export.
INSERT INTO post BY NAME
SELECT
  'facebook' AS channel,
  "Sid-id" AS account_id,
  Sidnamn AS account_name,
  "Publicerings-id" AS post_id,
  timezone('UTC', timezone('America/Los_Angeles', strptime(Publiceringstid, '%m/%d/%Y %H:%M'))) AS published_at,
  CAST(timezone('Europe/Stockholm', timezone('America/Los_Angeles', strptime(Publiceringstid, '%m/%d/%Y %H:%M'))) AS DATE) AS local_day,
  Inläggstyp AS post_type,
  coalesce(Titel, Beskrivning) AS text,
  Permalänk AS permalink,
  CAST(Visningar AS BIGINT) AS views,
  CAST(Räckvidd AS BIGINT) AS reach,
  CAST(Reaktioner AS BIGINT) AS reactions,
  CAST(Kommentarer AS BIGINT) AS comments,
  CAST(Delningar AS BIGINT) AS shares,
  CAST("Totalt antal klick" AS BIGINT) AS clicks,
  CAST(regexp_extract(filename, '(\d{4}-\d{2}-\d{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM read_csv(getvariable('facebook'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true)
WHERE CAST(Räckvidd AS BIGINT) >= 0;
