-- Every ad, day and cell once, as last told. Left out: the ranges beside the days, what they have more than the days, and how
-- figures changed.
WITH numbered AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY account_name, campaign_id, ad_set_id, ad_id, day, age, gender ORDER BY observed_on DESC) AS nth
  FROM ad_day
)
SELECT
  account_name,
  campaign_id,
  campaign_name,
  ad_set_id,
  ad_set_name,
  ad_id,
  ad_name,
  day,
  age,
  gender,
  spend,
  impressions,
  reach,
  clicks,
  link_clicks,
  results,
  observed_on,
  spend * 1000 / nullif(impressions, 0) AS cpm,
  spend / nullif(link_clicks, 0) AS cpc
FROM numbered
WHERE nth = 1
