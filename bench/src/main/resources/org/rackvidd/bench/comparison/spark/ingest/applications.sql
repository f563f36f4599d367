-- Every download has all applications again, as far as they have come since.
WITH dated AS (
  SELECT *, regexp_extract(input_file_name(), '([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]*$', 1) AS observed_on
  FROM applications
),
numbered AS (
  SELECT *, row_number() OVER (PARTITION BY `Ansöknings-id` ORDER BY observed_on DESC) AS nth
  FROM dated
)
SELECT
  `Ansöknings-id` AS application_id,
  `Besökar-id` AS person,
  Annons AS job,
  `Källa` AS source,
  CAST(Inkommen AS TIMESTAMP) AS local_received_at,
  CAST(`Kallad till intervju` AS DATE) AS qualified_on,
  CAST(`Anställd` AS DATE) AS hired_on,
  CAST(Avslag AS DATE) AS rejected_on,
  Status AS stage
FROM numbered
WHERE nth = 1
