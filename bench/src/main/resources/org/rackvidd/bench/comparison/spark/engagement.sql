-- Engagement per period and channel. Left out: audiences, categories, organic and paid, rates by followers and intervals, all of
-- which need rules or counts that no export has.
WITH numbered AS (
  SELECT *, row_number() OVER (PARTITION BY channel, account_id, post_id ORDER BY observed_on DESC) AS nth
  FROM post
),
newest AS (
  SELECT
    *,
    coalesce(reactions, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0) AS interactions
  FROM numbered
  WHERE nth = 1
),
span AS (
  SELECT min(local_day) AS first_day, date_diff(max(local_day), min(local_day)) + 1 AS days
  FROM newest
),
per_period AS (
  SELECT
    newest.*,
    stack(
      6,
      'day', local_day, 1,
      'week', CAST(date_trunc('WEEK', local_day) AS DATE), 7,
      'month', CAST(date_trunc('MONTH', local_day) AS DATE), day(last_day(local_day)),
      'quarter', CAST(date_trunc('QUARTER', local_day) AS DATE),
        date_diff(add_months(date_trunc('QUARTER', local_day), 3), date_trunc('QUARTER', local_day)),
      'year', CAST(date_trunc('YEAR', local_day) AS DATE),
        date_diff(add_months(date_trunc('YEAR', local_day), 12), date_trunc('YEAR', local_day)),
      'all', span.first_day, span.days
    ) AS (period_kind, period_start, period_days)
  FROM newest
  CROSS JOIN span
)
SELECT
  period_kind,
  period_start,
  coalesce(channel, 'all') AS channel,
  count(*) AS posts,
  count(*) * 7.0D / period_days AS posts_per_week,
  sum(views) AS views,
  sum(impressions) AS impressions,
  sum(reactions) AS reactions,
  sum(comments) AS comments,
  sum(shares) AS shares,
  sum(saves) AS saves,
  sum(clicks) AS clicks,
  sum(interactions) AS interactions,
  avg(reach) AS mean_reach_per_post,
  sum(interactions) FILTER (WHERE reach IS NOT NULL) / nullif(sum(reach), 0) AS engagement_rate_reach,
  sum(interactions) FILTER (WHERE coalesce(impressions, views) IS NOT NULL) / nullif(sum(coalesce(impressions, views)), 0)
    AS engagement_rate_impressions
FROM per_period
GROUP BY GROUPING SETS ((period_kind, period_start, period_days, channel), (period_kind, period_start, period_days))
