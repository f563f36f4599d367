CREATE OR REPLACE TABLE page_view AS
SELECT DISTINCT
  CAST(idlink_va AS BIGINT) AS page_view_id,
  CAST(idvisit AS BIGINT) AS visit_id,
  idvisitor AS person,
  TRY_CAST(server_time AS TIMESTAMP) AS viewed_at,
  CAST(idaction_url AS BIGINT) AS page_id
FROM read_csv(getvariable('page_views'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, nullstr = 'NULL')
-- A damaged moment is no page view.
WHERE TRY_CAST(server_time AS TIMESTAMP) IS NOT NULL;
