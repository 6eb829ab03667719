-- 各市（行政区划代码前四位）各级别现有标准：同一编号只计一次是几项，各县相加是几项。
-- Existing standards by city (first four digits of the code) and level: distinct, and added up.
-- 各地只凭自己所知；一地所知废止即全体废止的合计见 stdsys rollup。By what each workspace knows itself;
-- stdsys rollup applies what one member knows to be withdrawn or replaced to all.
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
