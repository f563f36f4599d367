-- A visit that went on after an earlier dump is in a later one again.
WITH numbered AS (
  SELECT *, row_number() OVER (PARTITION BY idvisit ORDER BY visit_last_action_time DESC) AS nth
  FROM visits
)
SELECT
  CAST(idvisit AS BIGINT) AS visit_id,
  idvisitor AS person,
  CAST(visit_first_action_time AS TIMESTAMP) AS visited_at,
  CAST(from_utc_timestamp(visit_first_action_time, 'Europe/Stockholm') AS DATE) AS local_day,
  CASE referer_type
    WHEN '2' THEN 'search'
    WHEN '3' THEN 'website'
    WHEN '6' THEN coalesce(campaign_source, 'campaign')
    WHEN '7' THEN coalesce(lower(referer_name), 'social')
    ELSE 'direct'
  END AS channel,
  campaign_medium,
  campaign_name,
  campaign_content,
  CAST(visit_entry_idaction_url AS BIGINT) AS entry_page_id,
  config_device_type AS device,
  location_country AS country,
  location_browser_lang AS language
FROM numbered
WHERE nth = 1
