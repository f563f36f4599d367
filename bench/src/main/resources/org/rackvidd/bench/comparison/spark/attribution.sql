-- Credit for applications sent among the visits of the 30 days before, by five rules.
WITH touch AS (
  SELECT
    conversion.visit_id,
    conversion.number,
    CAST(date_trunc('MONTH', conversion.local_day) AS DATE) AS period_start,
    visit.channel,
    row_number() OVER in_order AS nth,
    count(*) OVER (PARTITION BY conversion.visit_id, conversion.number) AS touches,
    power(0.5D, (unix_timestamp(conversion.converted_at) - unix_timestamp(visit.visited_at)) / (7 * 86400.0D)) AS weight
  FROM conversion
  JOIN visit
    ON conversion.person = visit.person
    AND visit.visited_at BETWEEN conversion.converted_at - INTERVAL 30 DAY AND conversion.converted_at
  WHERE conversion.goal = 2
  WINDOW in_order AS (PARTITION BY conversion.visit_id, conversion.number ORDER BY visit.visited_at, visit.visit_id)
),
credit AS (
  SELECT
    period_start,
    channel,
    CASE WHEN nth = 1 THEN 1.0D ELSE 0.0D END AS first_touch,
    CASE WHEN nth = touches THEN 1.0D ELSE 0.0D END AS last_touch,
    1.0D / touches AS linear,
    weight / sum(weight) OVER (PARTITION BY visit_id, number) AS time_decay,
    CASE
      WHEN touches <= 2 THEN 1.0D / touches
      WHEN nth IN (1, touches) THEN 0.4D
      ELSE 0.2D / (touches - 2)
    END AS position_based
  FROM touch
),
summed AS (
  SELECT
    period_start,
    channel,
    sum(first_touch) AS first_touch,
    sum(last_touch) AS last_touch,
    sum(linear) AS linear,
    sum(time_decay) AS time_decay,
    sum(position_based) AS position_based
  FROM credit
  GROUP BY ALL
)
SELECT *
FROM summed
UNPIVOT (conversions FOR model IN (first_touch, last_touch, linear, time_decay, position_based))
