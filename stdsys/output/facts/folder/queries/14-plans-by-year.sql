-- 各年应完成的拟制定标准：按级别，多少项，多少地方。
-- Planned standards by the year they are due and level: how many, in how many workspaces.
SELECT
    YEAR(due_to) AS due_year,
    level,
    COUNT(*) AS planned_standards,
    COUNT(DISTINCT workspace) AS workspaces
FROM standards
WHERE kind = 'planned'
GROUP BY YEAR(due_to), level
ORDER BY due_year NULLS LAST, level NULLS LAST;
