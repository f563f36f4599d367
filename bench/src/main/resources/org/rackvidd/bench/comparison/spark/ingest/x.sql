-- The export has the day only, as UTC has it; Spark no longer reads the day of the week. Shares beyond X are no reposts and left out.
-- An id without its link was through a spreadsheet.
SELECT
  'x' AS channel,
  regexp_extract(`Post Link`, 'x[.]com/([A-Za-z0-9_]+)/status', 1) AS account_id,
  CAST(NULL AS STRING) AS account_name,
  `Post id` AS post_id,
  to_timestamp(substr(`Date`, 6), 'MMM d, yyyy') AS published_at,
  to_date(substr(`Date`, 6), 'MMM d, yyyy') AS local_day,
  CAST(NULL AS STRING) AS post_type,
  `Post text` AS text,
  `Post Link` AS permalink,
  CAST(NULL AS BIGINT) AS views,
  CAST(Impressions AS BIGINT) AS impressions,
  CAST(NULL AS BIGINT) AS reach,
  CAST(Likes AS BIGINT) AS reactions,
  CAST(Replies AS BIGINT) AS comments,
  CAST(Reposts AS BIGINT) AS shares,
  CAST(Bookmarks AS BIGINT) AS saves,
  CAST(NULL AS BIGINT) AS clicks,
  CAST(regexp_extract(input_file_name(), '([0-9]{4}-[0-9]{2}-[0-9]{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM x
WHERE `Post Link` IS NOT NULL
