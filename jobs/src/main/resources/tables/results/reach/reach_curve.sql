-- Reads curve: reach_curve_point.sql with the curves fitted.
SELECT
  organisation,
  channel,
  account_id,
  campaign_id,
  against,
  currency,
  CAST(size(points) AS BIGINT) AS points,
  amount_least,
  amount_most,
  reach_most,
  saturation,
  saturation_low,
  saturation_high,
  first_unit,
  further_unit,
  try_divide(1.0D, further_unit) AS amount_per_further_person,
  tenth_at,
  fit_error,
  reason
FROM curve
