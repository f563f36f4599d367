SELECT DISTINCT
  CAST(idaction AS BIGINT) AS page_id,
  name AS address
FROM pages
WHERE type = '1'
