-- 同一标准在各地以不同版本计为现行：各版几地。
-- Standards of which several editions count as in force, each in some workspaces.
WITH in_force AS (
    SELECT DISTINCT family, number, workspace
    FROM standards
    WHERE placed AND number IS NOT NULL AND counted_as = 'in-force'
),
several AS (
    SELECT family FROM in_force GROUP BY family HAVING COUNT(DISTINCT number) > 1
)
SELECT i.family, i.number, COUNT(*) AS workspaces
FROM in_force AS i
JOIN several AS v ON v.family = i.family
GROUP BY i.family, i.number
ORDER BY i.family, i.number;
