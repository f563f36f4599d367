-- Ad figures with the dimensions of their cell and the level they are stated at. Reads
-- changed_ad_metrics: facts.ad_metrics, as far as it is to be looked at.
SELECT
  *,
  CASE
    WHEN breakdown = '' THEN ''
    ELSE array_join(regexp_extract_all(breakdown, '(?:^|;)([^=;]+)=', 1), ';')
  END AS dimensions,
  CASE
    WHEN ad_id <> '' THEN 'ad'
    WHEN ad_set_id <> '' THEN 'ad_set'
    WHEN campaign_id <> '' THEN 'campaign'
    ELSE 'account'
  END AS level
FROM changed_ad_metrics
