-- 各地目标：共几项，达到、未达到、无法证明各几项，已逾期几项。
-- Targets by workspace: how many are reached, not reached, not proven; how many were missed.
SELECT
    workspace,
    region_name,
    COUNT(*) AS targets,
    SUM(CASE WHEN met THEN 1 ELSE 0 END) AS reached,
    SUM(CASE WHEN NOT met THEN 1 ELSE 0 END) AS not_reached,
    SUM(CASE WHEN met IS NULL THEN 1 ELSE 0 END) AS not_proven,
    SUM(CASE WHEN state = 'missed' THEN 1 ELSE 0 END) AS missed
FROM targets
GROUP BY workspace, region_name
ORDER BY workspace;
