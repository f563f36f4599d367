INSERT INTO post BY NAME
SELECT
  'instagram' AS channel,
  "Account ID" AS account_id,
  "Account name" AS account_name,
  "Post ID" AS post_id,
  timezone('UTC', timezone('America/Los_Angeles', strptime("Publish time", '%m/%d/%Y %H:%M'))) AS published_at,
  CAST(timezone('Europe/Stockholm', timezone('America/Los_Angeles', strptime("Publish time", '%m/%d/%Y %H:%M'))) AS DATE) AS local_day,
  "Post type" AS post_type,
  Description AS text,
  Permalink AS permalink,
  CAST(Views AS BIGINT) AS views,
  CAST(Reach AS BIGINT) AS reach,
  CAST(Likes AS BIGINT) AS reactions,
  CAST(Comments AS BIGINT) AS comments,
  CAST(Shares AS BIGINT) AS shares,
  CAST(Saves AS BIGINT) AS saves,
  CAST(regexp_extract(filename, '(\d{4}-\d{2}-\d{2})/[^/]*$', 1) AS DATE) AS observed_on
FROM read_csv(getvariable('instagram'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, filename = true)
WHERE CAST(Reach AS BIGINT) >= 0;
