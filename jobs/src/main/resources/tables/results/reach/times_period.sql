-- How often people came in the periods to be built. Reads facts.frequency_month and changed_period.
WITH part AS (
  SELECT
    organisation,
    explode(filter(periods_holding(month), period -> period.kind NOT IN ('day', 'week'))) AS period,
    event,
    channel,
    audience,
    sample
  FROM facts.frequency_month
),
beginning AS (
  SELECT organisation, min(first_day) AS first_day FROM facts.people_month GROUP BY organisation
)
SELECT
  organisation,
  period.kind AS period_kind,
  coalesce(period.start, min(beginning.first_day)) AS period_start,
  event,
  collect_list(struct(channel, audience, sample)) AS cells
FROM part
JOIN beginning USING (organisation)
LEFT SEMI JOIN changed_period ON changed_period.kind = period.kind AND changed_period.start <=> period.start
GROUP BY organisation, period, event
