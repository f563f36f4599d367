-- Sketches of the periods to be built: days as they are, weeks from days, longer ones from months.
-- Reads facts.people_day, facts.people_month and changed_period (kind and start, NULL for all).
WITH part AS (
  SELECT
    organisation,
    explode(filter(periods_holding(day), period -> period.kind IN ('day', 'week'))) AS period,
    day AS first_day,
    event,
    channel,
    audience,
    delivery,
    events,
    events_once,
    sketch
  FROM facts.people_day
  UNION ALL
  SELECT
    organisation,
    explode(filter(periods_holding(month), period -> period.kind NOT IN ('day', 'week'))) AS period,
    first_day,
    event,
    channel,
    audience,
    delivery,
    events,
    events_once,
    sketch
  FROM facts.people_month
),
cell AS (
  SELECT
    organisation,
    period,
    min(first_day) AS first_day,
    event,
    channel,
    audience,
    delivery,
    sum(events) AS events,
    sum(events_once) AS events_once,
    theta_union_agg(sketch, 14) AS sketch
  FROM part
  LEFT SEMI JOIN changed_period ON changed_period.kind = period.kind AND changed_period.start <=> period.start
  GROUP BY organisation, period, event, channel, audience, delivery
)
-- One row per period and event: all that is to be compared and added up.
SELECT
  organisation,
  period.kind AS period_kind,
  coalesce(period.start, min(min(first_day)) OVER (PARTITION BY organisation, period)) AS period_start,
  event,
  collect_list(struct(channel, audience, delivery, events, events_once, sketch)) AS cells
FROM cell
GROUP BY organisation, period, event
