SELECT
  'instagram' AS channel,
  `Account ID` AS account_id,
  `Account name` AS account_name,
  `Post ID` AS post_id,
  to_utc_timestamp(to_timestamp(`Publish time`, 'MM/dd/yyyy HH:mm'), 'America/Los_Angeles') AS published_at,
  CAST(convert_timezone('America/Los_Angeles', 'Europe/Stockholm', to_timestamp_ntz(`Publish time`, 'MM/dd/yyyy HH:mm')) AS DATE) AS local_day,
  `Post type` AS post_type,
  Description AS text,
  Permalink AS permalink,
  CAST(Views AS BIGINT) AS views,
  CAST(NULL AS BIGINT) AS impressions,
  CAST(Reach AS BIGINT) AS reach,
  CAST(Likes AS BIGINT) AS reactions,
  CAST(Comments AS BIGINT) AS comments,
  CAST(Shares AS BIGINT) AS shares,
  CAST(Saves AS BIGINT) AS saves,
  CAST(NULL AS BIGINT) AS clicks,
  CAST(regexp_extract(input_file_name(), '([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM instagram
WHERE CAST(Reach AS BIGINT) >= 0
