CREATE OR REPLACE TABLE page AS
SELECT DISTINCT
  CAST(idaction AS BIGINT) AS page_id,
  name AS address
FROM read_csv(getvariable('pages'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, nullstr = 'NULL')
WHERE type = '1';
