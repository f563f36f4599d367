-- Applications within 14 days of the assignment, every variant beside the first: pooled z, two-sided p (the normal tail by
-- Abramowitz and Stegun 26.2.17) and Newcombe's interval. Left out: intervals that hold on every day, corrections for many
-- comparisons, the health of the split.
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
counted AS (
  SELECT
    experiment,
    variant,
    count(*) AS n,
    count(*) FILTER (WHERE converted) AS conversions
  FROM person
  GROUP BY ALL
),
arm AS (
  SELECT
    *,
    conversions / n AS rate,
    1.959963984540054D AS z95,
    z95 * sqrt(rate * (1 - rate) / n + z95 * z95 / (4 * n * n)) AS wilson_half,
    (rate + z95 * z95 / (2 * n) - wilson_half) / (1 + z95 * z95 / n) AS low,
    (rate + z95 * z95 / (2 * n) + wilson_half) / (1 + z95 * z95 / n) AS high,
    row_number() OVER (PARTITION BY experiment ORDER BY variant) AS nth
  FROM counted
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
    difference - sqrt(power(arm.rate - arm.low, 2) + power(baseline.high - baseline.rate, 2)) AS difference_low,
    difference + sqrt(power(arm.high - arm.rate, 2) + power(baseline.rate - baseline.low, 2)) AS difference_high,
    (arm.conversions + baseline.conversions) / (arm.n + baseline.n) AS pooled,
    difference / nullif(sqrt(pooled * (1 - pooled) * (1 / arm.n + 1 / baseline.n)), 0) AS z,
    1 / (1 + 0.2316419D * abs(z)) AS t
  FROM arm
  LEFT JOIN arm AS baseline
    ON arm.experiment = baseline.experiment
    AND baseline.nth = 1
    AND arm.nth > 1
)
SELECT
  * EXCEPT (pooled, t),
  2 * exp(-z * z / 2) / sqrt(2 * pi())
    * (
      0.319381530D * t - 0.356563782D * power(t, 2) + 1.781477937D * power(t, 3) - 1.821255978D * power(t, 4)
      + 1.330274429D * power(t, 5)
    ) AS p_value
FROM compared
