-- Every ad, day and cell once, as last told. Left out: the ranges beside the days, what they have more than the days, and how
-- figures changed.
CREATE OR REPLACE TABLE ad_figures AS
SELECT
  *,
  spend * 1000 / nullif(impressions, 0) AS cpm,
  spend / nullif(link_clicks, 0) AS cpc
FROM ad_day
QUALIFY row_number() OVER (PARTITION BY account_name, campaign_id, ad_set_id, ad_id, day, age, gender ORDER BY observed_on DESC) = 1;
