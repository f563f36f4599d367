-- Per person the deepest chain of steps, each at most 14 days after the one before: of several the one whose visit came first. Of
-- the last two steps only the day is known. An entry is carried along as the earliest visit that leads to an event.
WITH visited AS (
  SELECT person, visited_at, struct(visited_at, visit_id, channel, local_day AS day) AS entry
  FROM visit
),
job_view AS (
  SELECT DISTINCT page_view.person, page_view.viewed_at
  FROM page_view
  JOIN page USING (page_id)
  WHERE page.address LIKE '%/jobb/%'
),
viewed AS (
  SELECT job_view.person, job_view.viewed_at, min(visited.entry) AS entry
  FROM job_view
  JOIN visited
    ON job_view.person = visited.person
    AND job_view.viewed_at BETWEEN visited.visited_at AND visited.visited_at + INTERVAL 14 DAY
  GROUP BY ALL
),
started AS (
  SELECT conversion.person, conversion.converted_at AS started_at, min(viewed.entry) AS entry
  FROM conversion
  JOIN viewed
    ON conversion.person = viewed.person
    AND conversion.converted_at BETWEEN viewed.viewed_at AND viewed.viewed_at + INTERVAL 14 DAY
  WHERE conversion.goal = 1
  GROUP BY ALL
),
sent AS (
  SELECT conversion.person, conversion.local_day, min(started.entry) AS entry
  FROM conversion
  JOIN started
    ON conversion.person = started.person
    AND conversion.converted_at BETWEEN started.started_at AND started.started_at + INTERVAL 14 DAY
  WHERE conversion.goal = 2
  GROUP BY ALL
),
qualified AS (
  SELECT application.person, application.qualified_on, min(sent.entry) AS entry
  FROM application
  JOIN sent
    ON application.person = sent.person
    AND application.qualified_on BETWEEN sent.local_day AND sent.local_day + 14
  GROUP BY ALL
),
hired AS (
  SELECT application.person, application.hired_on, min(qualified.entry) AS entry
  FROM application
  JOIN qualified
    ON application.person = qualified.person
    AND application.hired_on BETWEEN qualified.qualified_on AND qualified.qualified_on + 14
  GROUP BY ALL
),
reached AS (
  SELECT person, 1 AS depth, min(entry) AS entry FROM visited GROUP BY ALL
  UNION ALL
  SELECT person, 2 AS depth, min(entry) AS entry FROM viewed GROUP BY ALL
  UNION ALL
  SELECT person, 3 AS depth, min(entry) AS entry FROM started GROUP BY ALL
  UNION ALL
  SELECT person, 4 AS depth, min(entry) AS entry FROM sent GROUP BY ALL
  UNION ALL
  SELECT person, 5 AS depth, min(entry) AS entry FROM qualified GROUP BY ALL
  UNION ALL
  SELECT person, 6 AS depth, min(entry) AS entry FROM hired GROUP BY ALL
),
deepest AS (
  SELECT person, max(depth) AS depth, max_by(entry, depth) AS entry
  FROM reached
  GROUP BY person
),
step AS (
  SELECT *
  FROM VALUES (1, 'visit'), (2, 'job page'), (3, 'application started'), (4, 'application sent'), (5, 'qualified'), (6, 'hired')
    AS named (step_no, step)
)
SELECT
  CAST(date_trunc('MONTH', entry.day) AS DATE) AS entry_month,
  entry.channel AS entry_channel,
  step_no,
  step,
  count(*) FILTER (WHERE depth >= step_no) AS people
FROM deepest
CROSS JOIN step
GROUP BY ALL
