-- Stated reaches of results.reach_campaign by what was shown and spent for them: of each campaign,
-- and of all of an account's campaigns together as examples of what such an amount buys. Reads
-- campaign.
WITH stated AS (
  SELECT
    organisation,
    channel,
    account_id,
    explode(array(campaign_id, 'all')) AS campaign_id,
    currency,
    impressions,
    spend,
    reach
  FROM campaign
  WHERE reach > 0 AND campaign_id <> ''
),
point AS (
  SELECT
    organisation,
    channel,
    account_id,
    campaign_id,
    inline(
      array(
        named_struct('against', 'impressions', 'currency', '', 'amount', CAST(impressions AS DOUBLE)),
        named_struct('against', 'spend', 'currency', coalesce(stated.currency, 'unknown'), 'amount', CAST(spend AS DOUBLE))
      )
    ),
    CAST(reach AS DOUBLE) AS reach
  FROM stated
)
SELECT
  organisation,
  channel,
  account_id,
  campaign_id,
  against,
  currency,
  min(amount) AS amount_least,
  max(amount) AS amount_most,
  CAST(max(reach) AS BIGINT) AS reach_most,
  sort_array(collect_list(struct(amount, reach))) AS points
FROM point
WHERE amount > 0
GROUP BY organisation, channel, account_id, campaign_id, against, currency
