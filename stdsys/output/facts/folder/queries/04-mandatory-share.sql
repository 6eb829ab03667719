-- 现有标准中强制性标准所占比例（%）低于各地合计水平的地方。
-- Workspaces whose share of mandatory standards is below that of all of them together, in per cent.
SELECT
    workspace,
    region_name,
    SUM(CASE WHEN nature = 'mandatory' THEN 1 ELSE 0 END) AS mandatory,
    COUNT(*) AS existing_standards,
    ROUND(100 * CAST(SUM(CASE WHEN nature = 'mandatory' THEN 1 ELSE 0 END) AS DOUBLE) / COUNT(*), 1)
        AS mandatory_percent
FROM standards
WHERE existing
GROUP BY workspace, region_name
HAVING
    CAST(SUM(CASE WHEN nature = 'mandatory' THEN 1 ELSE 0 END) AS DOUBLE) / COUNT(*) < (
        SELECT CAST(SUM(CASE WHEN nature = 'mandatory' THEN 1 ELSE 0 END) AS DOUBLE) / COUNT(*)
        FROM standards
        WHERE existing
    )
ORDER BY mandatory_percent, workspace;
