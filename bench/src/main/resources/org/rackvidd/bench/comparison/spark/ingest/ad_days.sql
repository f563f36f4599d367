-- The last row is a total and names no ad.
SELECT
  `Account name` AS account_name,
  `Campaign ID` AS campaign_id,
  `Campaign name` AS campaign_name,
  `Ad set ID` AS ad_set_id,
  `Ad set name` AS ad_set_name,
  `Ad ID` AS ad_id,
  `Ad name` AS ad_name,
  CAST(Day AS DATE) AS day,
  Age AS age,
  Gender AS gender,
  CAST(`Amount spent (SEK)` AS DECIMAL(18, 2)) AS spend,
  CAST(Impressions AS BIGINT) AS impressions,
  CAST(Reach AS BIGINT) AS reach,
  CAST(`Clicks (all)` AS BIGINT) AS clicks,
  CAST(`Link clicks` AS BIGINT) AS link_clicks,
  CAST(Results AS BIGINT) AS results,
  CAST(regexp_extract(input_file_name(), '([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM ad_days
WHERE `Ad ID` IS NOT NULL
