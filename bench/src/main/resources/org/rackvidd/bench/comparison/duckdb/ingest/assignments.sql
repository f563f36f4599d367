CREATE OR REPLACE TABLE assignment AS
SELECT DISTINCT
  experiment,
  unit AS person,
  variant,
  CAST(assigned_at AS TIMESTAMP) AS assigned_at
FROM read_csv(getvariable('assignments'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true)
-- Visitors of sites with Google Analytics, whose visits are not among the files, have names with a dot.
WHERE unit NOT LIKE '%.%';
