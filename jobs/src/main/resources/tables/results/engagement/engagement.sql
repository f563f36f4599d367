-- Cells of the days to be built (fresh_cell) and, for the longer periods they touch, of the other
-- days as they stand (standing_cell), summed per period. Reads also changed_period.
WITH cell AS (
  SELECT * FROM fresh_cell
  UNION ALL
  SELECT * FROM standing_cell
),
periodic AS (
  SELECT
    *,
    inline(array(
      struct('day' AS period_kind, local_day AS period_start, 1 AS period_days),
      struct('week' AS period_kind, CAST(trunc(local_day, 'WEEK') AS DATE) AS period_start, 7 AS period_days),
      struct('month' AS period_kind, CAST(trunc(local_day, 'MONTH') AS DATE) AS period_start, day(last_day(local_day)) AS period_days),
      struct('quarter' AS period_kind, CAST(trunc(local_day, 'QUARTER') AS DATE) AS period_start, date_diff(add_months(trunc(local_day, 'QUARTER'), 3), trunc(local_day, 'QUARTER')) AS period_days),
      struct('year' AS period_kind, CAST(trunc(local_day, 'YEAR') AS DATE) AS period_start, date_diff(add_months(trunc(local_day, 'YEAR'), 12), trunc(local_day, 'YEAR')) AS period_days),
      struct('all' AS period_kind, CAST(NULL AS DATE) AS period_start, CAST(NULL AS INT) AS period_days)
    ))
  FROM cell
),
summed AS (
  SELECT
    organisation,
    period_kind,
    period_start,
    channel,
    audience,
    category,
    delivery,
    max(period_days) AS period_days,
    min(local_day) AS first_day,
    max(local_day) AS last_day,
    sum(posts) AS posts,
    sum(impressions) AS impressions,
    sum(views) AS views,
    sum(reactions) AS reactions,
    sum(comments) AS comments,
    sum(shares) AS shares,
    sum(saves) AS saves,
    sum(clicks) AS clicks,
    sum(interactions) AS interactions,
    array_sort(array_distinct(flatten(collect_set(interaction_kinds)))) AS interaction_kinds,
    struct(
      sum(reach_sums.n) AS n,
      CAST(sum(reach_sums.x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(reach_sums.xx) AS DECIMAL(38, 0)) AS xx
    ) AS reach_sums,
    struct(
      sum(pairs_reach.n) AS n,
      CAST(sum(pairs_reach.x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(pairs_reach.y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(pairs_reach.xx) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(pairs_reach.yy) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(pairs_reach.xy) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_reach,
    struct(
      sum(pairs_impressions.n) AS n,
      CAST(sum(pairs_impressions.x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(pairs_impressions.y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(pairs_impressions.xx) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(pairs_impressions.yy) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(pairs_impressions.xy) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_impressions,
    struct(
      sum(pairs_followers.n) AS n,
      CAST(sum(pairs_followers.x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(pairs_followers.y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(pairs_followers.xx) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(pairs_followers.yy) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(pairs_followers.xy) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_followers
  FROM periodic
  WHERE period_kind = 'all'
    OR (every_period AND period_start IS NOT NULL)
    OR (period_kind, period_start) IN (SELECT period_kind, period_start FROM changed_period)
  GROUP BY organisation, period_kind, period_start, channel, audience, category, delivery
),
spanned AS (
  SELECT
    * EXCEPT (period_start, period_days),
    coalesce(period_start, min(first_day) OVER organisation_wide) AS period_start,
    coalesce(
      period_days,
      date_diff(max(last_day) OVER organisation_wide, min(first_day) OVER organisation_wide) + 1
    ) AS period_days
  FROM summed
  WINDOW organisation_wide AS (PARTITION BY organisation, period_kind)
),
estimated AS (
  SELECT
    *,
    mean_interval(reach_sums) AS by_post,
    ratio_interval(pairs_reach) AS by_reach,
    ratio_interval(pairs_impressions) AS by_impressions,
    ratio_interval(pairs_followers) AS by_followers
  FROM spanned
)
SELECT
  organisation,
  period_kind,
  period_start,
  channel,
  audience,
  category,
  delivery,
  posts,
  CAST(posts * 7 / period_days AS DOUBLE) AS posts_per_week,
  impressions,
  views,
  reactions,
  comments,
  shares,
  saves,
  clicks,
  interactions,
  interaction_kinds,
  by_post.estimate AS mean_reach_per_post,
  by_post.low AS mean_reach_per_post_low,
  by_post.high AS mean_reach_per_post_high,
  by_reach.estimate AS engagement_rate_reach,
  by_reach.low AS engagement_rate_reach_low,
  by_reach.high AS engagement_rate_reach_high,
  CAST(pairs_reach.y AS BIGINT) AS engagement_rate_reach_numerator,
  CAST(pairs_reach.x AS BIGINT) AS engagement_rate_reach_denominator,
  CAST(pairs_reach.n AS BIGINT) AS engagement_rate_reach_posts,
  by_impressions.estimate AS engagement_rate_impressions,
  by_impressions.low AS engagement_rate_impressions_low,
  by_impressions.high AS engagement_rate_impressions_high,
  CAST(pairs_impressions.y AS BIGINT) AS engagement_rate_impressions_numerator,
  CAST(pairs_impressions.x AS BIGINT) AS engagement_rate_impressions_denominator,
  CAST(pairs_impressions.n AS BIGINT) AS engagement_rate_impressions_posts,
  by_followers.estimate AS engagement_rate_followers,
  by_followers.low AS engagement_rate_followers_low,
  by_followers.high AS engagement_rate_followers_high,
  CAST(pairs_followers.y AS BIGINT) AS engagement_rate_followers_numerator,
  CAST(pairs_followers.x AS BIGINT) AS engagement_rate_followers_denominator,
  CAST(pairs_followers.n AS BIGINT) AS engagement_rate_followers_posts,
  nullif(
    concat_ws(
      '; ',
      CASE WHEN pairs_reach.n = 0 THEN 'no post with both interactions and reach' WHEN pairs_reach.n = 1 THEN 'one post with reach: no interval' END,
      CASE WHEN pairs_impressions.n = 0 THEN 'no post with both interactions and impressions or views' WHEN pairs_impressions.n = 1 THEN 'one post with impressions or views: no interval' END,
      CASE WHEN pairs_followers.n = 0 THEN 'no post with both interactions and followers' WHEN pairs_followers.n = 1 THEN 'one post with followers: no interval' END
    ),
    ''
  ) AS reason,
  reach_sums,
  pairs_reach,
  pairs_impressions,
  pairs_followers
FROM estimated
