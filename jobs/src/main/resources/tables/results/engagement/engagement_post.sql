-- Every post to be built, with its newest figures. Reads changed_post and changed_post_metrics
-- (facts.post and facts.post_metrics, as far as they are to be built), facts.account_day, and
-- stated_followers and stated_role from accounts.yaml.
WITH post AS (
  -- The text goes no further than here: it is most of what a post weighs.
  SELECT
    organisation,
    channel,
    account_id,
    account_name,
    post_id,
    published_at,
    published_at_precision,
    post_type,
    stated_category,
    is_boosted,
    coalesce(title, substr(text, 1, 100)) AS title,
    permalink,
    assign_post(channel, account_id, concat_ws('\n', title, text), custom_labels, campaign_name, post_type) AS assigned,
    CASE published_at_precision
      WHEN 'minute' THEN from_utc_timestamp(published_at, organisation_zone)
      ELSE published_at
    END AS local_time
  FROM changed_post
),
figures AS (
  SELECT
    channel,
    account_id,
    post_id,
    max(observed_on) AS observed_on,
    max_by(impressions, observed_on) FILTER (WHERE delivery = 'all') AS impressions,
    max_by(views, observed_on) FILTER (WHERE delivery = 'all') AS views,
    max_by(reach, observed_on) FILTER (WHERE delivery = 'all') AS reach,
    max_by(reactions, observed_on) FILTER (WHERE delivery = 'all') AS reactions,
    max_by(comments, observed_on) FILTER (WHERE delivery = 'all') AS comments,
    max_by(shares, observed_on) FILTER (WHERE delivery = 'all') AS shares,
    max_by(saves, observed_on) FILTER (WHERE delivery = 'all') AS saves,
    max_by(clicks, observed_on) FILTER (WHERE delivery = 'all') AS clicks,
    coalesce(max(observed_on) FILTER (WHERE delivery = 'all') = max(observed_on), false) AS has_all,
    max_by(impressions, observed_on) FILTER (WHERE delivery = 'organic') AS organic_impressions,
    max_by(views, observed_on) FILTER (WHERE delivery = 'organic') AS organic_views,
    max_by(reach, observed_on) FILTER (WHERE delivery = 'organic') AS organic_reach,
    max_by(reactions, observed_on) FILTER (WHERE delivery = 'organic') AS organic_reactions,
    max_by(comments, observed_on) FILTER (WHERE delivery = 'organic') AS organic_comments,
    max_by(shares, observed_on) FILTER (WHERE delivery = 'organic') AS organic_shares,
    max_by(saves, observed_on) FILTER (WHERE delivery = 'organic') AS organic_saves,
    max_by(clicks, observed_on) FILTER (WHERE delivery = 'organic') AS organic_clicks,
    coalesce(max(observed_on) FILTER (WHERE delivery = 'organic') = max(observed_on), false) AS has_organic,
    coalesce(
      max_by(followers, observed_on) FILTER (WHERE delivery = 'all'),
      max_by(followers, observed_on) FILTER (WHERE delivery = 'organic')
    ) AS followers
  FROM changed_post_metrics
  GROUP BY channel, account_id, post_id
),
follower_count AS (
  SELECT channel, account_id, day, CAST(value AS BIGINT) AS followers
  FROM facts.account_day
  WHERE metric = 'followers'
  UNION ALL
  SELECT channel, account_id, day, followers
  FROM stated_followers
),
follower_span AS (
  SELECT
    channel,
    account_id,
    day,
    max(followers) AS followers,
    lead(day) OVER (PARTITION BY channel, account_id ORDER BY day) AS next_day
  FROM follower_count
  GROUP BY channel, account_id, day
),
follower_day AS (
  SELECT
    channel,
    account_id,
    followers,
    explode(sequence(day, least(date_sub(next_day, 1), date_add(day, 92)))) AS day
  FROM follower_span
),
listed_channel AS (
  SELECT DISTINCT channel FROM stated_role WHERE role = 'own'
),
-- A post without a paid part has the same figures whether they are called whole or organic.
joined AS (
  SELECT
    post.organisation,
    post.channel,
    post.account_id,
    post.account_name,
    CASE
      WHEN stated_role.role IS NOT NULL THEN stated_role.role
      WHEN listed_channel.channel IS NOT NULL AND post.account_id <> 'unnamed' THEN 'foreign'
      ELSE 'own'
    END AS account_role,
    post.post_id,
    post.published_at,
    post.published_at_precision,
    CAST(post.local_time AS DATE) AS local_day,
    weekday(post.local_time) + 1 AS local_weekday,
    CASE post.published_at_precision WHEN 'minute' THEN hour(post.local_time) END AS local_hour,
    post.post_type,
    CASE
      WHEN post.assigned.category = 'unassigned' THEN coalesce(post.stated_category, 'unassigned')
      ELSE post.assigned.category
    END AS category,
    post.assigned.audiences,
    coalesce(post.is_boosted, CASE WHEN figures.has_all AND figures.has_organic THEN true END) AS is_boosted,
    post.title,
    post.permalink,
    figures.observed_on,
    figures.has_all,
    figures.has_organic,
    struct(figures.impressions, figures.views, figures.reach, figures.reactions, figures.comments, figures.shares, figures.saves, figures.clicks) AS whole,
    struct(
      figures.organic_impressions AS impressions,
      figures.organic_views AS views,
      figures.organic_reach AS reach,
      figures.organic_reactions AS reactions,
      figures.organic_comments AS comments,
      figures.organic_shares AS shares,
      figures.organic_saves AS saves,
      figures.organic_clicks AS clicks
    ) AS organic_part,
    coalesce(figures.followers, follower_day.followers) AS followers
  FROM post
  JOIN figures
    ON post.channel = figures.channel
    AND post.account_id = figures.account_id
    AND post.post_id = figures.post_id
  LEFT JOIN stated_role
    ON post.channel = stated_role.channel
    AND post.account_id = stated_role.account_id
  LEFT JOIN listed_channel
    ON post.channel = listed_channel.channel
  LEFT JOIN follower_day
    ON post.channel = follower_day.channel
    AND post.account_id = follower_day.account_id
    AND CAST(post.local_time AS DATE) = follower_day.day
),
parted AS (
  SELECT
    *,
    CASE WHEN has_all THEN whole WHEN is_boosted IS NOT TRUE THEN organic_part END AS total,
    CASE WHEN has_organic THEN organic_part WHEN is_boosted IS NOT TRUE THEN whole END AS organic
  FROM joined
),
counted AS (
  SELECT
    *,
    CASE
      WHEN coalesce(total.reactions, total.comments, total.shares, total.saves) IS NOT NULL
        THEN coalesce(total.reactions, 0) + coalesce(total.comments, 0) + coalesce(total.shares, 0) + coalesce(total.saves, 0)
    END AS interactions,
    CASE
      WHEN coalesce(organic.reactions, organic.comments, organic.shares, organic.saves) IS NOT NULL
        THEN coalesce(organic.reactions, 0) + coalesce(organic.comments, 0) + coalesce(organic.shares, 0) + coalesce(organic.saves, 0)
    END AS organic_interactions,
    CASE
      WHEN total.impressions IS NOT NULL THEN 'impressions'
      WHEN total.views IS NOT NULL THEN 'views'
    END AS impressions_basis
  FROM parted
)
SELECT
  organisation,
  channel,
  account_id,
  account_name,
  account_role,
  post_id,
  published_at,
  published_at_precision,
  local_day,
  local_weekday,
  local_hour,
  post_type,
  category,
  audiences,
  is_boosted,
  title,
  permalink,
  observed_on,
  total.impressions,
  total.views,
  total.reach,
  total.reactions,
  total.comments,
  total.shares,
  total.saves,
  total.clicks,
  interactions,
  array_compact(array(
    CASE WHEN total.reactions IS NOT NULL THEN 'reactions' END,
    CASE WHEN total.comments IS NOT NULL THEN 'comments' END,
    CASE WHEN total.shares IS NOT NULL THEN 'shares' END,
    CASE WHEN total.saves IS NOT NULL THEN 'saves' END
  )) AS interaction_kinds,
  coalesce(organic.impressions, organic.views) AS organic_impressions,
  organic.reach AS organic_reach,
  organic_interactions,
  followers,
  impressions_basis,
  try_divide(interactions, total.reach) AS engagement_rate_reach,
  try_divide(interactions, coalesce(total.impressions, total.views)) AS engagement_rate_impressions,
  try_divide(interactions, followers) AS engagement_rate_followers,
  nullif(
    concat_ws(
      '; ',
      CASE WHEN total IS NULL THEN 'boosted, and the export states only the organic part' END,
      CASE WHEN total IS NOT NULL AND interactions IS NULL THEN 'no interactions reported' END,
      CASE WHEN total.reach IS NULL THEN 'no reach reported' WHEN total.reach = 0 THEN 'reach is 0' END,
      CASE
        WHEN impressions_basis IS NULL THEN 'neither impressions nor views reported'
        WHEN coalesce(total.impressions, total.views) = 0 THEN impressions_basis || ' are 0'
      END,
      CASE WHEN followers IS NULL THEN 'followers on the day unknown' WHEN followers = 0 THEN 'no followers' END
    ),
    ''
  ) AS reason
FROM counted
