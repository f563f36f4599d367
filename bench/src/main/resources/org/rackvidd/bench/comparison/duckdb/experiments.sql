-- Applications within 14 days of the assignment, every variant beside the first: pooled z, two-sided p (the normal tail by
-- Abramowitz and Stegun 26.2.17) and Newcombe's interval. Left out: intervals that hold on every day, corrections for many
-- comparisons, the health of the split.
CREATE OR REPLACE TABLE experiments AS
WITH person AS (
  SELECT
    assignment.experiment,
    assignment.variant,
    assignment.person,
    count(conversion.person) > 0 AS converted
  FROM assignment
  LEFT JOIN conversion
    ON assignment.person = conversion.person
    AND conversion.goal = 2
    AND conversion.converted_at BETWEEN assignment.assigned_at AND assignment.assigned_at + INTERVAL 14 DAY
  GROUP BY ALL
),
arm AS (
  SELECT
    experiment,
    variant,
    count(*) AS n,
    count(*) FILTER (WHERE converted) AS conversions,
    conversions / n AS rate,
    1.959963984540054 AS z95,
    z95 * sqrt(rate * (1 - rate) / n + z95 * z95 / (4 * n * n)) AS wilson_half,
    (rate + z95 * z95 / (2 * n) - wilson_half) / (1 + z95 * z95 / n) AS low,
    (rate + z95 * z95 / (2 * n) + wilson_half) / (1 + z95 * z95 / n) AS high
  FROM person
  GROUP BY ALL
),
baseline AS (
  SELECT * FROM arm QUALIFY row_number() OVER (PARTITION BY experiment ORDER BY variant) = 1
),
compared AS (
  SELECT
    arm.experiment,
    arm.variant,
    baseline.variant AS baseline,
    arm.n,
    arm.conversions,
    arm.rate,
    arm.rate - baseline.rate AS difference,
    difference - sqrt((arm.rate - arm.low) ** 2 + (baseline.high - baseline.rate) ** 2) AS difference_low,
    difference + sqrt((arm.high - arm.rate) ** 2 + (baseline.rate - baseline.low) ** 2) AS difference_high,
    (arm.conversions + baseline.conversions) / (arm.n + baseline.n) AS pooled,
    difference / nullif(sqrt(pooled * (1 - pooled) * (1 / arm.n + 1 / baseline.n)), 0) AS z,
    1 / (1 + 0.2316419 * abs(z)) AS t
  FROM arm
  LEFT JOIN baseline
    ON arm.experiment = baseline.experiment
    AND arm.variant <> baseline.variant
)
SELECT
  * EXCLUDE (pooled, t),
  2 * exp(-z * z / 2) / sqrt(2 * pi())
    * (0.319381530 * t - 0.356563782 * t ** 2 + 1.781477937 * t ** 3 - 1.821255978 * t ** 4 + 1.330274429 * t ** 5) AS p_value
FROM compared;
