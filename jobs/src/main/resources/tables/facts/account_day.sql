SELECT
  organisation,
  channel,
  account_id,
  account_name,
  day,
  metric,
  value,
  observed_on,
  observed_at,
  file_id,
  line,
  batch
FROM intake_account_day
