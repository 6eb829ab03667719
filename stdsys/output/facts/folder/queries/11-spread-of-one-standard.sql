-- 一项标准的使用面：哪些地方列入（哪一版）、哪些地方的标准引用它。编号可改。
-- How far one standard has spread: who places which edition, who cites it. Change the number.
WITH asked AS (SELECT 'GB 2762' AS family)
SELECT
    s.workspace,
    s.region_name,
    MAX(CASE WHEN s.family = asked.family AND s.placed THEN s.number END) AS edition_placed,
    SUM(CASE WHEN ARRAY_CONTAINS(s.cites_families, asked.family) THEN 1 ELSE 0 END) AS citing
FROM standards AS s
CROSS JOIN asked
WHERE (s.family = asked.family AND s.placed) OR ARRAY_CONTAINS(s.cites_families, asked.family)
GROUP BY s.workspace, s.region_name
ORDER BY s.workspace;
