-- Which campaigns must be looked at together, and which need no look: those whose rows cannot
-- overlap, as they are all of one kind. Where rows of an account name no campaign, or know one only
-- by its name, any of its campaigns may be meant. Reads ad_row.
WITH campaign AS (
  SELECT
    channel,
    account_id,
    campaign_id,
    min(struct(ad_set_id <> '' AS ad_set, ad_id <> '' AS ad, dimensions))
      = max(struct(ad_set_id <> '' AS ad_set, ad_id <> '' AS ad, dimensions)) AS is_of_one_kind,
    bool_and(period_start = period_end)
      OR (min(period_start) = max(period_start) AND min(period_end) = max(period_end)) AS has_no_overlaps,
    bool_or(array_contains(split(dimensions, ';'), 'action')) AS has_conversions,
    bool_or(breakdown LIKE '%=unknown' AND breakdown RLIKE '^[^=;]+=unknown(;[^=;]+=unknown)*$') AS has_nameless_cells,
    min(stated_account_id) <> max(stated_account_id)
      OR bool_or(ad_set_id LIKE 'name:%') AND NOT bool_and(ad_set_id LIKE 'name:%')
      OR bool_or(ad_id LIKE 'name:%') AND NOT bool_and(ad_id LIKE 'name:%') AS is_named_in_part,
    bool_or(campaign_id LIKE 'name:%' OR ad_set_id LIKE 'name:%' OR ad_id LIKE 'name:%') AS has_names
  FROM ad_row
  GROUP BY channel, account_id, campaign_id
),
account AS (
  SELECT
    channel,
    account_id,
    count(*) > 1
      AND (bool_or(campaign_id = '') OR bool_or(campaign_id LIKE 'name:%') AND NOT bool_and(campaign_id LIKE 'name:%'))
      AS is_together
  FROM campaign
  GROUP BY channel, account_id
)
SELECT
  channel,
  account_id,
  campaign_id,
  CASE WHEN is_together THEN '' ELSE campaign_id END AS family,
  is_of_one_kind AND has_no_overlaps AND NOT has_conversions AND NOT has_nameless_cells AND NOT is_named_in_part AND NOT is_together AS is_alone,
  has_names
FROM campaign
JOIN account USING (channel, account_id)
