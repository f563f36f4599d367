-- A visit that went on after an earlier dump is in a later one again.
CREATE OR REPLACE TABLE visit AS
SELECT
  CAST(idvisit AS BIGINT) AS visit_id,
  idvisitor AS person,
  CAST(visit_first_action_time AS TIMESTAMP) AS visited_at,
  CAST(timezone('Europe/Stockholm', timezone('UTC', CAST(visit_first_action_time AS TIMESTAMP))) AS DATE) AS local_day,
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
FROM read_csv(getvariable('visits'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true, nullstr = 'NULL')
QUALIFY row_number() OVER (PARTITION BY idvisit ORDER BY visit_last_action_time DESC) = 1;
