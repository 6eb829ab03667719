-- 各地自制标准：按级别，现有几项，拟制定几项。
-- Own standards by workspace and level: how many exist, how many are planned.
SELECT
    workspace,
    region_name,
    level,
    SUM(CASE WHEN existing THEN 1 ELSE 0 END) AS existing_standards,
    SUM(CASE WHEN kind = 'planned' THEN 1 ELSE 0 END) AS planned_standards
FROM standards
WHERE own AND required
GROUP BY workspace, region_name, level
ORDER BY workspace, level NULLS LAST;
