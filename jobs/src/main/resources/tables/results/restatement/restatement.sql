-- What differs from one statement to the next. Reads said: every number that was stated about an ad
-- or a post, one per metric and day of observation.
WITH compared AS (
  SELECT
    *,
    lag(figure) OVER statements AS figure_before,
    lag(observed_on) OVER statements AS observed_before
  FROM said
  WINDOW statements AS (
    PARTITION BY subject, channel, account_id, campaign_id, ad_set_id, ad_id, post_id, delivery, period_start, period_end, breakdown, metric
    ORDER BY observed_on
  )
)
SELECT
  organisation,
  subject,
  channel,
  account_id,
  campaign_id,
  ad_set_id,
  ad_id,
  post_id,
  delivery,
  period_start,
  period_end,
  breakdown,
  metric,
  figure_before,
  figure AS figure_after,
  observed_before,
  observed_on AS changed_on,
  figure - figure_before AS change,
  try_divide(CAST(figure - figure_before AS DOUBLE), CAST(figure_before AS DOUBLE)) AS share_of_change,
  CASE WHEN figure_before = 0 THEN 'the figure before was 0' END AS reason,
  datediff(observed_on, period_end) AS days_after_period,
  subject = 'post' OR observed_before > date_add(period_end, 1) AS period_was_over
FROM compared
WHERE figure <> figure_before
  AND CASE subject
    WHEN 'post' THEN figure < figure_before
    ELSE observed_before > period_end
  END
