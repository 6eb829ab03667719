-- 各地对同一编号说法不一：名称、状态、实施日期各有几种说法，多少地方收录。
-- Where workspaces disagree about one number: how many titles, statuses, dates of effect there are.
SELECT
    number,
    COUNT(DISTINCT workspace) AS workspaces,
    COUNT(DISTINCT title) AS titles,
    COUNT(DISTINCT status) AS statuses,
    COUNT(DISTINCT effective) AS dates_of_effect
FROM standards
WHERE number IS NOT NULL
GROUP BY number
HAVING COUNT(DISTINCT title) > 1 OR COUNT(DISTINCT status) > 1 OR COUNT(DISTINCT effective) > 1
ORDER BY workspaces DESC, number;
