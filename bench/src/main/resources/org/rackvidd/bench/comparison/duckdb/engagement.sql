-- Engagement per period and channel. Left out: audiences, categories, organic and paid, rates by followers and intervals, all of
-- which need rules or counts that no export has.
CREATE OR REPLACE TABLE engagement AS
WITH newest AS (
  SELECT
    *,
    coalesce(reactions, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0) AS interactions
  FROM post
  QUALIFY row_number() OVER (PARTITION BY channel, account_id, post_id ORDER BY observed_on DESC) = 1
),
per_period AS (
  SELECT
    *,
    unnest([
      {'kind': 'day', 'first_day': local_day, 'days': 1},
      {'kind': 'week', 'first_day': CAST(date_trunc('week', local_day) AS DATE), 'days': 7},
      {'kind': 'month', 'first_day': CAST(date_trunc('month', local_day) AS DATE), 'days': day(last_day(local_day))},
      {
        'kind': 'quarter',
        'first_day': CAST(date_trunc('quarter', local_day) AS DATE),
        'days': date_diff('day', date_trunc('quarter', local_day), date_trunc('quarter', local_day) + INTERVAL 3 MONTH)
      },
      {
        'kind': 'year',
        'first_day': CAST(date_trunc('year', local_day) AS DATE),
        'days': date_diff('day', date_trunc('year', local_day), date_trunc('year', local_day) + INTERVAL 1 YEAR)
      },
      {
        'kind': 'all',
        'first_day': (SELECT min(local_day) FROM newest),
        'days': (SELECT date_diff('day', min(local_day), max(local_day)) + 1 FROM newest)
      }
    ]) AS period
  FROM newest
)
SELECT
  period.kind AS period_kind,
  period.first_day AS period_start,
  coalesce(channel, 'all') AS channel,
  count(*) AS posts,
  count(*) * 7.0 / period.days AS posts_per_week,
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
GROUP BY GROUPING SETS ((period.kind, period.first_day, period.days, channel), (period.kind, period.first_day, period.days));
