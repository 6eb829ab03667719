-- 全部地区现有标准：同一编号只计一次是几项，各地相加是几项，平均每项用于几地。
-- Existing standards over all: identical numbers counted once, added up, workspaces per standard.
SELECT
    level,
    COUNT(DISTINCT number) AS distinct_standards,
    COUNT(*) AS added_up,
    ROUND(CAST(COUNT(*) AS DOUBLE) / COUNT(DISTINCT number), 1) AS workspaces_each
FROM standards
WHERE existing AND number IS NOT NULL
GROUP BY level
ORDER BY level NULLS LAST;
