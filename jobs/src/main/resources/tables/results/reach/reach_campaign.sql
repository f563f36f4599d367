-- What is known about the reach of each campaign (or account) over each of the days and ranges that
-- exports tell of. Reads ad_statement: everything that was stated about ads, including what
-- results.ad_figures leaves out as it is there in finer rows.
WITH cell AS (
  -- Ads and ad sets side by side, cell by cell: the largest is the least that all of them reached.
  SELECT
    organisation,
    channel,
    account_id,
    campaign_id,
    period_start,
    period_end,
    level,
    dimensions,
    breakdown,
    max_by(campaign_name, observed_on) AS campaign_name,
    max(reach) AS largest,
    CASE
      WHEN bool_and(reach IS NOT NULL OR impressions IS NOT NULL)
        THEN sum(least(reach, impressions))
    END AS most,
    sum(impressions) AS impressions,
    sum(spend) AS spend,
    CASE WHEN min(currency) = max(currency) THEN min(currency) END AS currency
  FROM ad_statement
  WHERE NOT array_contains(split(dimensions, ';'), 'action')
  GROUP BY organisation, channel, account_id, campaign_id, period_start, period_end, level, dimensions, breakdown
),
-- One telling of the campaign: at one level, in one breakdown. Nobody has two ages or genders at a
-- time, so the largest ads of these cells are different people.
telling AS (
  SELECT
    organisation,
    channel,
    account_id,
    campaign_id,
    period_start,
    period_end,
    level,
    dimensions,
    max(campaign_name) AS campaign_name,
    CASE
      WHEN dimensions IN ('age', 'gender', 'age;gender') THEN sum(largest)
      ELSE max(largest)
    END AS least,
    CASE WHEN bool_and(most IS NOT NULL) THEN sum(most) END AS most,
    sum(impressions) AS impressions,
    sum(spend) AS spend,
    CASE WHEN min(currency) = max(currency) THEN min(currency) END AS currency
  FROM cell
  GROUP BY organisation, channel, account_id, campaign_id, period_start, period_end, level, dimensions
),
compared AS (
  SELECT
    *,
    coalesce(
      max(CASE WHEN dimensions = '' THEN impressions END) OVER whole,
      max(impressions) OVER whole
    ) AS all_impressions
  FROM telling
  WINDOW whole AS (PARTITION BY organisation, channel, account_id, campaign_id, period_start, period_end)
),
campaign AS (
  SELECT
    organisation,
    channel,
    account_id,
    campaign_id,
    max(campaign_name) AS campaign_name,
    period_start,
    period_end,
    greatest(coalesce(max(least), 0), CASE WHEN max(all_impressions) > 0 THEN 1 ELSE 0 END) AS least,
    -- What a telling lacks in impressions may be as many people more.
    min(least(most + greatest(coalesce(all_impressions, 0) - coalesce(impressions, 0), 0), coalesce(all_impressions, most))) AS most,
    max(all_impressions) AS impressions,
    coalesce(max(spend) FILTER (WHERE dimensions = ''), max(spend)) AS spend,
    CASE WHEN min(currency) = max(currency) THEN min(currency) END AS currency
  FROM compared
  GROUP BY organisation, channel, account_id, campaign_id, period_start, period_end
)
SELECT
  organisation,
  channel,
  account_id,
  campaign_id,
  campaign_name,
  audiences_of(channel, account_id, campaign_name, CAST(NULL AS STRING)) AS audiences,
  period_start,
  period_end,
  least AS reach_low,
  CASE WHEN least >= most THEN least END AS reach,
  greatest(most, least) AS reach_high,
  CASE WHEN least >= most THEN 'reported' ELSE 'bounds' END AS reach_method,
  impressions,
  CAST(spend AS DECIMAL(18, 6)) AS spend,
  CASE WHEN spend IS NOT NULL THEN currency END AS currency,
  CASE WHEN least >= most THEN try_divide(impressions, least) END AS frequency,
  CASE
    WHEN most IS NULL THEN 'neither reach nor impressions are stated for a part of it'
    WHEN least < most THEN 'no reach is stated for all of it together'
  END AS reason
FROM campaign
