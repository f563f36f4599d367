-- Every download has all applications again, as far as they have come since.
CREATE OR REPLACE TABLE application AS
SELECT
  "Ansöknings-id" AS application_id,
  "Besökar-id" AS person,
  Annons AS job,
  Källa AS source,
  CAST(Inkommen AS TIMESTAMP) AS local_received_at,
  CAST("Kallad till intervju" AS DATE) AS qualified_on,
  CAST(Anställd AS DATE) AS hired_on,
  CAST(Avslag AS DATE) AS rejected_on,
  Status AS stage
FROM read_csv(getvariable('applications'), header = true, delim = ';', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true)
QUALIFY row_number() OVER (PARTITION BY "Ansöknings-id" ORDER BY regexp_extract(filename, '(\d{4}-\d{2}-\d{2})/[^/]*$', 1) DESC) = 1;
