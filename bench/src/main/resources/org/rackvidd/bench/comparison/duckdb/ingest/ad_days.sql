-- The last row is a total and names no ad.
INSERT INTO ad_day BY NAME
SELECT
  "Account name" AS account_name,
  "Campaign ID" AS campaign_id,
  "Campaign name" AS campaign_name,
  "Ad set ID" AS ad_set_id,
  "Ad set name" AS ad_set_name,
  "Ad ID" AS ad_id,
  "Ad name" AS ad_name,
  CAST(Day AS DATE) AS day,
  Age AS age,
  Gender AS gender,
  CAST("Amount spent (SEK)" AS DECIMAL(18, 2)) AS spend,
  CAST(Impressions AS BIGINT) AS impressions,
  CAST(Reach AS BIGINT) AS reach,
  CAST("Clicks (all)" AS BIGINT) AS clicks,
  CAST("Link clicks" AS BIGINT) AS link_clicks,
  CAST(Results AS BIGINT) AS results,
  CAST(regexp_extract(filename, '(\d{4}-\d{2}-\d{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM read_csv(getvariable('ad_days'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true)
WHERE "Ad ID" IS NOT NULL;
