-- Reads finding.
SELECT
  organisation,
  period_kind,
  period_start,
  event,
  audience,
  channel_a,
  channel_b,
  both.low AS people_both_low,
  both.people AS people_both,
  both.high AS people_both_high,
  a_only.low AS people_a_only_low,
  a_only.people AS people_a_only,
  a_only.high AS people_a_only_high,
  b_only.low AS people_b_only_low,
  b_only.people AS people_b_only,
  b_only.high AS people_b_only_high,
  either.low AS people_union_low,
  either.people AS people_union,
  either.high AS people_union_high,
  b_only.low AS incremental_low,
  b_only.people AS incremental,
  b_only.high AS incremental_high,
  jaccard.low AS jaccard_low,
  jaccard.value AS jaccard,
  jaccard.high AS jaccard_high,
  method,
  CASE
    WHEN both IS NULL THEN hidden_reason
    WHEN both.people IS NULL THEN 'only bounds are known'
  END AS reason
FROM (
  SELECT organisation, period_kind, period_start, event, inline(overlap)
  FROM finding
)
