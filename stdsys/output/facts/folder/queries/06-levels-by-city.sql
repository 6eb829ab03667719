-- 各市（行政区划代码前四位）各级别现有标准：不重复计 n 项，各县合计 m 项。
-- Existing standards by city (first four digits of the code) and level: distinct, and added up.
SELECT
    SUBSTR(region_code, 1, 4) AS city_code,
    level,
    COUNT(DISTINCT workspace) AS workspaces,
    COUNT(DISTINCT number) AS distinct_standards,
    COUNT(*) AS added_up
FROM standards
WHERE existing AND number IS NOT NULL AND region_code IS NOT NULL
GROUP BY SUBSTR(region_code, 1, 4), level
ORDER BY city_code, level NULLS LAST;
