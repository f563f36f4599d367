SELECT
  organisation,
  channel,
  account_id,
  account_name,
  period_start,
  day,
  metric,
  value,
  observed_on,
  observed_at,
  file_id,
  line,
  batch
FROM intake_account_day
