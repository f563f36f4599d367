-- Goal 1 is an application started, goal 2 one sent.
SELECT DISTINCT
  CAST(idvisit AS BIGINT) AS visit_id,
  CAST(idgoal AS INTEGER) AS goal,
  CAST(buster AS BIGINT) AS number,
  idvisitor AS person,
  CAST(server_time AS TIMESTAMP) AS converted_at,
  CAST(from_utc_timestamp(server_time, 'Europe/Stockholm') AS DATE) AS local_day
FROM conversions
