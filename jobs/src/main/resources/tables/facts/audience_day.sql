SELECT
  organisation,
  channel,
  account_id,
  account_name,
  period_start,
  day,
  dimension,
  value,
  metric,
  figure,
  observed_on,
  observed_at,
  file_id,
  line,
  batch
FROM intake_audience
