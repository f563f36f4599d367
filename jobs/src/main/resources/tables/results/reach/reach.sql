-- Reads finding (what was found per period and event) and population (by audience).
WITH place AS (
  SELECT organisation, period_kind, period_start, event, inline(reach)
  FROM finding
)
SELECT
  organisation,
  period_kind,
  period_start,
  event,
  channel,
  audience,
  delivery,
  known.low AS reach_low,
  known.people AS reach,
  known.high AS reach_high,
  method AS reach_method,
  impressions,
  try_divide(impressions, known.people) AS frequency,
  greatest(try_divide(impressions, known.high), CASE WHEN impressions IS NOT NULL AND known.high IS NOT NULL THEN 1 END) AS frequency_low,
  try_divide(impressions, known.low) AS frequency_high,
  population.people AS population,
  try_divide(known.low, population.people) AS share_low,
  try_divide(known.people, population.people) AS share,
  try_divide(known.high, population.people) AS share_high,
  parts,
  CASE
    WHEN known IS NULL THEN hidden_reason
    ELSE
      nullif(
        concat_ws(
          '; ',
          CASE
            WHEN known.high IS NULL THEN 'only a lower bound is known: of a part neither reach nor impressions are stated'
            WHEN known.people IS NULL THEN 'only bounds are known'
          END,
          CASE WHEN impressions IS NULL THEN 'impressions of a part are not known, or fall on other days too' END
        ),
        ''
      )
  END AS reason
FROM place
LEFT JOIN population USING (audience)
