-- Events with the columns they are grouped by. Reads day_event: local_event.sql, as far as
-- it is to be built.
SELECT
  person,
  struct(
    organisation,
    local_day,
    -- What platforms state about impressions is something else.
    CASE event WHEN 'impression' THEN 'person_impression' ELSE event END AS event,
    coalesce(channel, 'unknown') AS channel,
    CASE WHEN is_paid THEN 'paid' WHEN NOT is_paid THEN 'organic' ELSE 'unknown' END AS delivery,
    account_id,
    utm_campaign,
    subject
  ) AS traits
FROM day_event
