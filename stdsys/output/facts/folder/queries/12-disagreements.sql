-- 各地对同一编号说法不一：几处收录，名称几种写法，同一截止日期下状态几种（无年代号的不比），实施日期是否不可能相同。
-- Where workspaces disagree about one number: titles as written; statuses on the same day (not without a
-- year: editions may differ); whether dates of effect cannot all be the same day (2023 and 2023-06 can).
WITH by_day AS (
    SELECT number, as_of, COUNT(DISTINCT CASE WHEN year IS NOT NULL THEN status END) AS statuses
    FROM standards
    WHERE number IS NOT NULL
    GROUP BY number, as_of
),
statuses AS (
    SELECT number, MAX(statuses) AS statuses
    FROM by_day
    GROUP BY number
),
facts AS (
    SELECT
        number,
        COUNT(DISTINCT workspace) AS workspaces,
        COUNT(DISTINCT title) AS titles,
        COALESCE(MAX(effective_from) > MIN(effective_to), FALSE) AS effective_differs
    FROM standards
    WHERE number IS NOT NULL
    GROUP BY number
)
SELECT f.number, f.workspaces, f.titles, s.statuses, f.effective_differs
FROM facts AS f
JOIN statuses AS s ON s.number = f.number
WHERE f.titles > 1 OR s.statuses > 1 OR f.effective_differs
ORDER BY f.workspaces DESC, f.number;
