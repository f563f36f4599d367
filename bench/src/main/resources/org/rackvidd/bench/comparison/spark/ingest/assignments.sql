SELECT DISTINCT
  experiment,
  unit AS person,
  variant,
  CAST(assigned_at AS TIMESTAMP) AS assigned_at
FROM assignments
-- Visitors of sites with Google Analytics, whose visits are not among the files, have names with a dot.
WHERE unit NOT LIKE '%.%'
