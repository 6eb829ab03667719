-- 同一标准在同一截止日期，各地以不同版本计为现行：各版几地。
-- Standards of which several editions count as in force on the same day, each in some workspaces.
WITH in_force AS (
    SELECT DISTINCT family, as_of, number, workspace
    FROM standards
    WHERE placed AND number IS NOT NULL AND counted_as = 'in-force'
),
several AS (
    SELECT family, as_of
    FROM in_force
    GROUP BY family, as_of
    HAVING COUNT(DISTINCT number) > 1
)
SELECT i.family, i.as_of, i.number, COUNT(*) AS workspaces
FROM in_force AS i
JOIN several AS v ON v.family = i.family AND v.as_of = i.as_of
GROUP BY i.family, i.as_of, i.number
ORDER BY i.family, i.as_of, i.number;
