SELECT DISTINCT
  experiment,
  unit AS person,
  variant,
  CAST(assigned_at AS TIMESTAMP) AS assigned_at
FROM assignments
