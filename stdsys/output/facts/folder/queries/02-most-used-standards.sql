-- 哪些标准列入的地方最多（各版合计，前 50 项），各地写过哪些名称。
-- Which standards are placed by most workspaces, all their editions together, with every title (the first 50).
SELECT
    family,
    ARRAY_SORT(ARRAY_AGG(DISTINCT title) FILTER (WHERE title IS NOT NULL)) AS titles,
    COUNT(DISTINCT workspace) AS workspaces,
    COUNT(DISTINCT number) AS editions
FROM standards
WHERE placed AND family IS NOT NULL
GROUP BY family
ORDER BY workspaces DESC, family
LIMIT 50;
