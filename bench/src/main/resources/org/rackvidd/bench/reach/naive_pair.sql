-- Beside the bounds of whatever was stated, for all audiences and deliveries together: the largest part and
-- the sum of all parts. Parts are posts, and ads by day, in cells of age and gender where there are any; where no
-- reach is stated, it is impressions at most. A campaign is nested where months are stated beside days.
WITH part AS (
  SELECT
    channel,
    local_day AS first_day,
    local_day AS last_day,
    reach,
    coalesce(reach, CASE channel WHEN 'youtube' THEN views ELSE coalesce(impressions, views) END) AS most,
    false AS is_nested
  FROM results.engagement_post
  WHERE account_role = 'own'
  UNION ALL
  SELECT
    ad.channel,
    ad.period_start AS first_day,
    ad.period_end AS last_day,
    ad.reach,
    coalesce(ad.reach, ad.impressions) AS most,
    longer.campaign_id IS NOT NULL AS is_nested
  FROM (
    SELECT *, max(dimensions) OVER (PARTITION BY channel, account_id, campaign_id) AS finest
    FROM results.ad_figures
  ) AS ad
  LEFT JOIN results.reach_campaign AS longer
    ON longer.channel = ad.channel
    AND longer.account_id = ad.account_id
    AND longer.campaign_id = ad.campaign_id
    AND longer.period_start = trunc(ad.period_start, 'MONTH')
    AND longer.period_end = last_day(ad.period_start)
  WHERE dimensions = finest
),
place AS (
  SELECT
    *,
    CASE period_kind
      WHEN 'day' THEN period_start
      WHEN 'week' THEN date_add(period_start, 6)
      WHEN 'month' THEN last_day(period_start)
      WHEN 'quarter' THEN date_sub(add_months(period_start, 3), 1)
      WHEN 'year' THEN date_sub(add_months(period_start, 12), 1)
      ELSE DATE'9999-12-31'
    END AS period_end
  FROM results.reach
  WHERE event = 'impression' AND audience = 'all' AND delivery = 'all' AND reach_low IS NOT NULL
)
SELECT
  place.period_kind,
  place.period_start,
  place.channel,
  any_value(place.reach_low) AS low,
  any_value(place.reach_high) AS high,
  coalesce(max(part.reach) FILTER (WHERE part.first_day >= place.period_start AND part.last_day <= place.period_end), 0) AS largest_part,
  CASE WHEN count_if(part.most IS NULL) = 0 THEN sum(part.most) END AS sum_of_parts,
  bool_and(part.is_nested) AND place.period_kind NOT IN ('day', 'week') AS is_nested
FROM place
JOIN part
  ON part.first_day <= place.period_end
  AND part.last_day >= place.period_start
  AND (place.channel = 'all' OR place.channel = part.channel)
GROUP BY place.period_kind, place.period_start, place.channel
