-- Everything from the beginning: every run reads all files again.
CREATE OR REPLACE TABLE post (
  channel VARCHAR,
  account_id VARCHAR,
  account_name VARCHAR,
  post_id VARCHAR,
  published_at TIMESTAMP, -- UTC, as every time here
  local_day DATE,
  post_type VARCHAR,
  text VARCHAR,
  permalink VARCHAR,
  views BIGINT,
  impressions BIGINT,
  reach BIGINT,
  reactions BIGINT,
  comments BIGINT,
  shares BIGINT,
  saves BIGINT,
  clicks BIGINT,
  observed_on DATE
);
CREATE OR REPLACE TABLE ad_day (
  account_name VARCHAR,
  campaign_id VARCHAR,
  campaign_name VARCHAR,
  ad_set_id VARCHAR,
  ad_set_name VARCHAR,
  ad_id VARCHAR,
  ad_name VARCHAR,
  day DATE,
  age VARCHAR,
  gender VARCHAR,
  spend DECIMAL(18, 2),
  impressions BIGINT,
  reach BIGINT,
  clicks BIGINT,
  link_clicks BIGINT,
  results BIGINT,
  observed_on DATE
);
CREATE OR REPLACE TABLE ad_range (
  account_name VARCHAR,
  campaign_id VARCHAR,
  campaign_name VARCHAR,
  ad_set_id VARCHAR,
  ad_set_name VARCHAR,
  ad_id VARCHAR,
  ad_name VARCHAR,
  first_day DATE,
  last_day DATE,
  spend DECIMAL(18, 2),
  impressions BIGINT,
  reach BIGINT,
  clicks BIGINT,
  link_clicks BIGINT,
  results BIGINT,
  observed_on DATE
);
