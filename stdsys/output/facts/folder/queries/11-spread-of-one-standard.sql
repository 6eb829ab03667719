-- 一项标准的使用面：哪些地方列入（每一版及其状态），该地几项标准引用它。编号可改。
-- How far one standard has spread: who places which editions, of what status; how many cite it there.
-- Change the number.
WITH asked AS (SELECT 'GB 2762' AS family),
placed_editions AS (
    SELECT s.workspace, s.region_name, s.as_of, s.number, s.status
    FROM standards AS s
    CROSS JOIN asked
    WHERE s.family = asked.family AND s.placed
),
citing AS (
    SELECT s.workspace, s.region_name, s.as_of, COUNT(*) AS standards_citing
    FROM standards AS s
    CROSS JOIN asked
    WHERE ARRAY_CONTAINS(s.cites_families, asked.family)
    GROUP BY s.workspace, s.region_name, s.as_of
)
SELECT
    COALESCE(p.workspace, c.workspace) AS workspace,
    COALESCE(p.region_name, c.region_name) AS region_name,
    COALESCE(p.as_of, c.as_of) AS as_of,
    p.number AS edition_placed,
    p.status,
    COALESCE(c.standards_citing, 0) AS standards_citing
FROM placed_editions AS p
FULL OUTER JOIN citing AS c ON c.workspace = p.workspace
ORDER BY COALESCE(p.workspace, c.workspace), p.number NULLS LAST;
