SELECT concat_ws(' ', period_kind, period_start, channel) AS what, people AS figure
FROM reach_sketch
