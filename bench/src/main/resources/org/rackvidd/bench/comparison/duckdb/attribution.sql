-- Credit for applications sent among the visits of the 30 days before, by five rules.
CREATE OR REPLACE TABLE attribution AS
WITH touch AS (
  SELECT
    conversion.visit_id,
    conversion.number,
    CAST(date_trunc('month', conversion.local_day) AS DATE) AS period_start,
    visit.channel,
    row_number() OVER in_order AS nth,
    count(*) OVER (PARTITION BY conversion.visit_id, conversion.number) AS touches,
    0.5 ** (date_diff('second', visit.visited_at, conversion.converted_at) / (7 * 86400.0)) AS weight
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
    CASE WHEN nth = 1 THEN 1.0 ELSE 0 END AS first_touch,
    CASE WHEN nth = touches THEN 1.0 ELSE 0 END AS last_touch,
    1.0 / touches AS linear,
    weight / sum(weight) OVER (PARTITION BY visit_id, number) AS time_decay,
    CASE
      WHEN touches <= 2 THEN 1.0 / touches
      WHEN nth IN (1, touches) THEN 0.4
      ELSE 0.2 / (touches - 2)
    END AS position_based
  FROM touch
),
summed AS (
  SELECT
    period_start,
    channel,
    sum(CAST(first_touch AS DOUBLE)) AS first_touch,
    sum(CAST(last_touch AS DOUBLE)) AS last_touch,
    sum(CAST(linear AS DOUBLE)) AS linear,
    sum(time_decay) AS time_decay,
    sum(CAST(position_based AS DOUBLE)) AS position_based
  FROM credit
  GROUP BY ALL
)
UNPIVOT summed ON first_touch, last_touch, linear, time_decay, position_based INTO NAME model VALUE conversions;
