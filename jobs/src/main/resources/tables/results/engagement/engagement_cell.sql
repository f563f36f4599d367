-- Posts of the days to be built, summed and spread over the cells they count in; `all` stands for
-- every channel, audience or category. Only sums are spread: a post in three audiences costs no
-- more than one. With each rate go the sums its interval needs: of x (what is divided by), of y
-- (interactions), of their squares and their product. Reads changed_engagement_post.
WITH delivered AS (
  SELECT
    organisation,
    local_day,
    channel,
    audiences,
    category,
    impressions_basis,
    inline(array_compact(array(
      struct(
        'all' AS delivery,
        interactions,
        coalesce(impressions, views) AS impressions,
        reach
      ),
      CASE
        WHEN is_boosted IS NOT TRUE OR organic_interactions IS NOT NULL
          THEN struct('organic' AS delivery, organic_interactions AS interactions, organic_impressions AS impressions, organic_reach AS reach)
      END,
      -- Paid reach is no difference of two reaches: people met both ways would be lost.
      CASE
        WHEN is_boosted AND organic_interactions IS NOT NULL AND interactions IS NOT NULL
          THEN struct('paid' AS delivery, interactions - organic_interactions AS interactions, coalesce(impressions, views) - organic_impressions AS impressions, CAST(NULL AS BIGINT) AS reach)
      END
    ))),
    reactions,
    comments,
    shares,
    saves,
    clicks,
    followers
  FROM changed_engagement_post
  WHERE account_role = 'own'
),
figure AS (
  SELECT
    organisation,
    local_day,
    channel,
    audiences,
    category,
    delivery,
    interactions,
    CASE impressions_basis WHEN 'impressions' THEN impressions END AS impressions,
    CASE impressions_basis WHEN 'views' THEN impressions END AS views,
    reach,
    CASE delivery WHEN 'all' THEN reactions END AS reactions,
    CASE delivery WHEN 'all' THEN comments END AS comments,
    CASE delivery WHEN 'all' THEN shares END AS shares,
    CASE delivery WHEN 'all' THEN saves END AS saves,
    CASE delivery WHEN 'all' THEN clicks END AS clicks,
    reactions IS NOT NULL AS has_reactions,
    comments IS NOT NULL AS has_comments,
    shares IS NOT NULL AS has_shares,
    saves IS NOT NULL AS has_saves,
    CAST(CASE WHEN reach > 0 AND interactions IS NOT NULL THEN reach END AS DECIMAL(19, 0)) AS reach_x,
    CAST(CASE WHEN reach > 0 THEN interactions END AS DECIMAL(19, 0)) AS reach_y,
    CAST(CASE WHEN impressions > 0 AND interactions IS NOT NULL THEN impressions END AS DECIMAL(19, 0)) AS impressions_x,
    CAST(CASE WHEN impressions > 0 THEN interactions END AS DECIMAL(19, 0)) AS impressions_y,
    CAST(CASE WHEN followers > 0 AND interactions IS NOT NULL THEN followers END AS DECIMAL(19, 0)) AS followers_x,
    CAST(CASE WHEN followers > 0 THEN interactions END AS DECIMAL(19, 0)) AS followers_y
  FROM delivered
),
summed AS (
  SELECT
    organisation,
    local_day,
    channel,
    audiences,
    category,
    delivery,
    count(*) AS posts,
    sum(impressions) AS impressions,
    sum(views) AS views,
    sum(reactions) AS reactions,
    sum(comments) AS comments,
    sum(shares) AS shares,
    sum(saves) AS saves,
    sum(clicks) AS clicks,
    sum(interactions) AS interactions,
    bool_or(has_reactions) AS has_reactions,
    bool_or(has_comments) AS has_comments,
    bool_or(has_shares) AS has_shares,
    bool_or(has_saves) AS has_saves,
    count(reach) AS reach_n,
    CAST(sum(reach) AS DECIMAL(38, 0)) AS reach_sum,
    CAST(sum(CAST(reach AS DECIMAL(19, 0)) * reach) AS DECIMAL(38, 0)) AS reach_squares,
    struct(
      count(reach_x) AS n,
      CAST(sum(reach_x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(reach_y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(reach_x * reach_x) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(reach_y * reach_y) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(reach_x * reach_y) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_reach,
    struct(
      count(impressions_x) AS n,
      CAST(sum(impressions_x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(impressions_y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(impressions_x * impressions_x) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(impressions_y * impressions_y) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(impressions_x * impressions_y) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_impressions,
    struct(
      count(followers_x) AS n,
      CAST(sum(followers_x) AS DECIMAL(38, 0)) AS x,
      CAST(sum(followers_y) AS DECIMAL(38, 0)) AS y,
      CAST(sum(followers_x * followers_x) AS DECIMAL(38, 0)) AS xx,
      CAST(sum(followers_y * followers_y) AS DECIMAL(38, 0)) AS yy,
      CAST(sum(followers_x * followers_y) AS DECIMAL(38, 0)) AS xy
    ) AS pairs_followers
  FROM figure
  GROUP BY organisation, local_day, channel, audiences, category, delivery
)
SELECT
  organisation,
  local_day,
  cell_channel AS channel,
  audience,
  cell_category AS category,
  delivery,
  posts,
  impressions,
  views,
  reactions,
  comments,
  shares,
  saves,
  clicks,
  interactions,
  array_compact(array(
    CASE WHEN has_reactions THEN channel || ':reactions' END,
    CASE WHEN has_comments THEN channel || ':comments' END,
    CASE WHEN has_shares THEN channel || ':shares' END,
    CASE WHEN has_saves THEN channel || ':saves' END
  )) AS interaction_kinds,
  struct(reach_n AS n, reach_sum AS x, reach_squares AS xx) AS reach_sums,
  pairs_reach,
  pairs_impressions,
  pairs_followers
FROM summed
LATERAL VIEW explode(concat(audiences, array('all'))) AS audience
LATERAL VIEW explode(array(category, 'all')) AS cell_category
LATERAL VIEW explode(array(channel, 'all')) AS cell_channel
