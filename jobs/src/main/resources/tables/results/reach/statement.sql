-- What is known about reach, one row per post, per campaign or account and its days, and per
-- account and day. Reads post (results.engagement_post), campaign (results.reach_campaign) and
-- facts.account_day.
WITH posts AS (
  SELECT
    organisation,
    channel,
    account_id,
    audiences,
    local_day,
    is_boosted IS TRUE AND organic_impressions IS NULL AND organic_reach IS NULL AS is_not_parted,
    is_boosted IS TRUE AS is_boosted,
    reach,
    -- Thumbnails that nobody played are no views, and whom YouTube counts are its viewers. It leaves
    -- the views blank of what has thumbnails and none.
    CASE
      WHEN channel <> 'youtube' THEN coalesce(impressions, views)
      ELSE coalesce(views, CASE WHEN impressions IS NOT NULL THEN 0 END)
    END AS impressions,
    organic_reach,
    organic_impressions
  FROM post
  WHERE account_role = 'own'
),
part AS (
  SELECT
    organisation,
    channel,
    account_id,
    audiences,
    local_day,
    inline(
      filter(
        array(
          named_struct(
            'delivery', 'all',
            'least', CAST(NULL AS BIGINT),
            'stated', reach,
            'shown', impressions,
            'impressions', impressions
          ),
          -- Of a boosted post whose export does not part it, the organic part may be nobody.
          named_struct(
            'delivery', 'organic',
            'least', CASE WHEN is_not_parted THEN 0 END,
            'stated', CASE WHEN is_not_parted OR NOT is_boosted THEN reach ELSE organic_reach END,
            'shown', CASE WHEN is_not_parted OR NOT is_boosted THEN impressions ELSE organic_impressions END,
            'impressions', CASE WHEN is_not_parted THEN NULL WHEN is_boosted THEN organic_impressions ELSE impressions END
          ),
          -- Whom money brought: those at least whom the organic part does not hold.
          named_struct(
            'delivery', 'paid',
            'least', greatest(coalesce(reach - organic_reach, 0), 0),
            'stated', reach,
            'shown', impressions - coalesce(organic_impressions, 0),
            'impressions', CASE WHEN NOT is_not_parted THEN impressions - organic_impressions END
          )
        ),
        part -> part.delivery <> 'paid' OR is_boosted
      )
    )
  FROM posts
)
SELECT
  organisation,
  'impression' AS event,
  channel,
  'POST' AS level,
  account_id,
  '' AS campaign_id,
  audiences,
  delivery,
  local_day AS first_day,
  local_day AS last_day,
  CASE
    WHEN least IS NOT NULL THEN least(least, coalesce(stated, least), coalesce(shown, least))
    WHEN stated IS NOT NULL THEN least(stated, shown)
    WHEN shown > 0 THEN 1
    ELSE 0
  END AS reach_low,
  least(stated, shown) AS reach_high,
  impressions
FROM part
UNION ALL
SELECT
  organisation,
  'impression' AS event,
  channel,
  CASE campaign_id WHEN '' THEN 'ACCOUNT' ELSE 'CAMPAIGN' END AS level,
  account_id,
  campaign_id,
  audiences,
  explode(array('paid', 'all')) AS delivery,
  period_start AS first_day,
  period_end AS last_day,
  reach_low,
  reach_high,
  impressions
FROM campaign
UNION ALL
SELECT
  organisation,
  'account_impression' AS event,
  channel,
  'ACCOUNT' AS level,
  account_id,
  '' AS campaign_id,
  CAST(array() AS ARRAY<STRING>) AS audiences,
  delivery,
  period_start AS first_day,
  day AS last_day,
  CAST(least AS BIGINT) AS reach_low,
  CAST(most AS BIGINT) AS reach_high,
  CAST(NULL AS BIGINT) AS impressions
FROM (
  SELECT
    organisation,
    channel,
    account_id,
    period_start,
    day,
    inline(
      array(
        named_struct('delivery', 'organic', 'least', organic, 'most', organic),
        -- Sponsored people are not stated; they are no more than their impressions.
        named_struct('delivery', 'all', 'least', coalesce(whole, organic), 'most', coalesce(whole, organic + sponsored))
      )
    )
  FROM (
    SELECT
      organisation,
      channel,
      account_id,
      period_start,
      day,
      -- Viewers came in place of reach; an account that states both is in between.
      coalesce(max(value) FILTER (WHERE metric = 'viewers'), max(value) FILTER (WHERE metric = 'reach')) AS whole,
      max(value) FILTER (WHERE metric = 'unique_impressions_organic') AS organic,
      max(value) FILTER (WHERE metric = 'impressions_sponsored') AS sponsored
    FROM facts.account_day
    WHERE metric IN ('reach', 'viewers', 'unique_impressions_organic', 'impressions_sponsored') AND value >= 0
    GROUP BY organisation, channel, account_id, period_start, day
  )
)
WHERE least IS NOT NULL
