SELECT concat_ws(' ', entry_month, entry_channel, step) AS what, people AS figure
FROM funnel
