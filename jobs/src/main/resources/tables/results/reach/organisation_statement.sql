-- All that is stated about an organisation and event, in one row: what is known of a part depends
-- on the rest. Reads statement.
SELECT
  organisation,
  event,
  collect_list(
    struct(channel, level, account_id, campaign_id, audiences, delivery, first_day, last_day, reach_low, reach_high, impressions)
  ) AS statements
FROM statement
GROUP BY organisation, event
