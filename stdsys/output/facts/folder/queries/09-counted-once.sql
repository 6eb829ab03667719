-- 全部地区现有标准，按级别和合计（total）：同一编号只计一次是几项，各地相加是几项，平均每项用于几地。
-- Existing standards over all, by level and in total: numbers counted once, added up, workspaces per standard.
-- 各地只凭自己所知；一地所知废止即全体废止的合计见 stdsys rollup。By what each workspace knows itself;
-- stdsys rollup applies what one member knows to be withdrawn or replaced to all.
WITH counted AS (
    SELECT 1 AS part, level, number
    FROM standards
    WHERE existing AND number IS NOT NULL
    UNION ALL
    SELECT 2 AS part, 'total' AS level, number
    FROM standards
    WHERE existing AND number IS NOT NULL
)
SELECT
    level,
    COUNT(DISTINCT number) AS distinct_standards,
    COUNT(*) AS added_up,
    ROUND(CAST(COUNT(*) AS DOUBLE) / COUNT(DISTINCT number), 1) AS workspaces_each
FROM counted
GROUP BY part, level
ORDER BY part, level NULLS LAST;
