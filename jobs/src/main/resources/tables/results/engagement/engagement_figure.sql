-- Own posts to be added up, once per delivery they have figures of. Reads changed_engagement_post.
WITH delivered AS (
  SELECT
    organisation,
    local_day,
    channel,
    audiences,
    category,
    impressions_basis,
    interaction_kinds,
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
)
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
  impressions AS rated_impressions,
  reach,
  followers,
  CASE delivery WHEN 'all' THEN reactions END AS reactions,
  CASE delivery WHEN 'all' THEN comments END AS comments,
  CASE delivery WHEN 'all' THEN shares END AS shares,
  CASE delivery WHEN 'all' THEN saves END AS saves,
  CASE delivery WHEN 'all' THEN clicks END AS clicks,
  transform(interaction_kinds, kind -> concat(channel, ':', kind)) AS interaction_kinds
FROM delivered
