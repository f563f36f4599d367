SELECT concat_ws(' ', experiment, variant, 'n') AS what, n AS figure FROM experiments
UNION ALL
SELECT concat_ws(' ', experiment, variant, 'conversions') AS what, conversions AS figure FROM experiments
UNION ALL
SELECT concat_ws(' ', experiment, variant, 'p') AS what, p_value AS figure FROM experiments WHERE p_value IS NOT NULL
