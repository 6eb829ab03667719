-- 哪些标准列入的地方最多（各版合计，前 50 项）。
-- Which standards are placed by most workspaces, all their editions together (the first 50).
SELECT
    family,
    MIN(title) AS title,
    COUNT(DISTINCT workspace) AS workspaces,
    COUNT(DISTINCT number) AS editions
FROM standards
WHERE placed AND family IS NOT NULL
GROUP BY family
ORDER BY workspaces DESC, family
LIMIT 50;
