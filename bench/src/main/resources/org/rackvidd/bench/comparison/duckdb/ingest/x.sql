-- The export has the day only, as UTC has it. Shares beyond X are no reposts and left out. An id without its link was through a spreadsheet.
INSERT INTO post BY NAME
SELECT
  'x' AS channel,
  regexp_extract("Post Link", 'x\.com/([A-Za-z0-9_]+)/status', 1) AS account_id,
  "Post id" AS post_id,
  strptime("Date", '%a, %b %d, %Y') AS published_at,
  CAST(strptime("Date", '%a, %b %d, %Y') AS DATE) AS local_day,
  "Post text" AS text,
  "Post Link" AS permalink,
  CAST(Impressions AS BIGINT) AS impressions,
  CAST(Likes AS BIGINT) AS reactions,
  CAST(Replies AS BIGINT) AS comments,
  CAST(Reposts AS BIGINT) AS shares,
  CAST(Bookmarks AS BIGINT) AS saves,
  CAST(regexp_extract(filename, '(\d{4}-\d{2}-\d{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM read_csv(getvariable('x'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true)
WHERE "Post Link" IS NOT NULL;
