-- Goal 1 is an application started, goal 2 one sent.
CREATE OR REPLACE TABLE conversion AS
SELECT DISTINCT
  CAST(idvisit AS BIGINT) AS visit_id,
  CAST(idgoal AS INTEGER) AS goal,
  CAST(buster AS BIGINT) AS number,
  idvisitor AS person,
  CAST(server_time AS TIMESTAMP) AS converted_at,
  CAST(timezone('Europe/Stockholm', timezone('UTC', CAST(server_time AS TIMESTAMP))) AS DATE) AS local_day
FROM read_csv(getvariable('conversions'), header = true, delim = ',', quote = '"', escape = '"', all_varchar = true, union_by_name = true, nullstr = 'NULL');
