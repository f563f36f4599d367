-- The same by month, whatever brought people. Reads month_event.
SELECT
  person,
  struct(
    organisation,
    CAST(date_trunc('MONTH', local_day) AS DATE) AS month,
    CASE event WHEN 'impression' THEN 'person_impression' ELSE event END AS event,
    coalesce(channel, 'unknown') AS channel,
    'all' AS delivery,
    account_id,
    utm_campaign,
    subject
  ) AS traits
FROM month_event
