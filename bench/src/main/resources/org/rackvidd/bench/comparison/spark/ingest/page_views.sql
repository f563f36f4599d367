SELECT DISTINCT
  CAST(idlink_va AS BIGINT) AS page_view_id,
  CAST(idvisit AS BIGINT) AS visit_id,
  idvisitor AS person,
  try_cast(server_time AS TIMESTAMP) AS viewed_at,
  CAST(idaction_url AS BIGINT) AS page_id
FROM page_views
-- A damaged moment is no page view.
WHERE try_cast(server_time AS TIMESTAMP) IS NOT NULL
