-- Names that some exports give instead of their account's id and others beside it: which id each
-- stands for, NULL where that may be several, and since which batch. Who has no id stands under
-- his name.
WITH called AS (
  SELECT channel, account_id, account_name, min(batch) AS batch
  FROM (
    SELECT channel, account_id, account_name, batch FROM ad_metrics
    UNION ALL
    SELECT channel, account_id, account_name, batch FROM ad_history
  )
  WHERE account_name IS NOT NULL
  GROUP BY channel, account_id, account_name
)
SELECT
  channel,
  account_name,
  CASE
    WHEN count_if(account_id <> account_name) = 1
    THEN min(account_id) FILTER (WHERE account_id <> account_name)
  END AS known_id,
  max(batch) AS batch
FROM called
GROUP BY channel, account_name
HAVING bool_or(account_id = account_name) AND bool_or(account_id <> account_name)
