-- What tasks tallied, put together. Reads times_tally.
SELECT
  organisation,
  start AS month,
  event,
  channel,
  audience,
  sum(events) AS events,
  union_of_times(collect_list(noted)) AS sample
FROM times_tally
GROUP BY organisation, start, event, channel, audience
