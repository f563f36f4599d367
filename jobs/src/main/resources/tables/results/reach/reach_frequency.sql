-- Reads finding. Who is hidden in results.reach is so here.
WITH times AS (
  SELECT organisation, period_kind, period_start, event, inline(frequency)
  FROM finding
),
hidden AS (
  SELECT organisation, period_kind, period_start, event, channel, audience, true AS is_hidden
  FROM (
    SELECT organisation, period_kind, period_start, event, inline(reach)
    FROM finding
  )
  WHERE known IS NULL AND delivery = 'all' AND period_kind IN ('month', 'quarter', 'year', 'all')
)
SELECT
  organisation,
  period_kind,
  period_start,
  event,
  channel,
  audience,
  times,
  CASE WHEN is_hidden IS NULL THEN known.low END AS people_low,
  CASE WHEN is_hidden IS NULL THEN known.people END AS people,
  CASE WHEN is_hidden IS NULL THEN known.high END AS people_high,
  CASE WHEN is_hidden IS NULL THEN method END AS method,
  CASE
    WHEN is_hidden OR known IS NULL THEN hidden_reason
    WHEN known.people IS NULL THEN 'only bounds are known'
  END AS reason
FROM times
LEFT JOIN hidden USING (organisation, period_kind, period_start, event, channel, audience)
