SELECT
  organisation,
  collected_by,
  account_id,
  page_id,
  page,
  kind,
  observed_on,
  observed_at,
  file_id,
  line,
  batch
FROM intake_web_page
