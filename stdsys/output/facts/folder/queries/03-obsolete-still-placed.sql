-- 各地仍列在体系中、而自己或别处已知被代替或废止的标准：本地的状态、几处已知、应换用哪一版、在几个体系中。
-- What stands in a system though it, or any other workspace, knows it to be replaced or withdrawn.
-- 别处所知以其截止日期不晚于本地的为准。What others know counts if their day is not later.
WITH knowledge AS (
    SELECT number, as_of, workspace, live_edition AS use_instead
    FROM standards
    WHERE counted_as = 'obsolete' AND number IS NOT NULL AND year IS NOT NULL
    UNION
    SELECT EXPLODE(replaces_wholly) AS old_number, as_of, workspace, number AS use_instead
    FROM standards
    WHERE status = 'in-force'
),
known AS (
    SELECT
        number,
        as_of,
        COUNT(DISTINCT workspace) AS workspaces,
        MAX(use_instead) AS use_instead
    FROM knowledge
    GROUP BY number, as_of
),
placed_standards AS (
    SELECT
        e.workspace,
        e.region_name,
        e.as_of,
        e.number,
        s.year,
        e.status,
        e.counted_as,
        s.live_edition,
        COUNT(DISTINCT e.system) AS systems
    FROM entries AS e
    JOIN standards AS s ON s.workspace = e.workspace AND s.id = e.standard
    WHERE e.number IS NOT NULL
    GROUP BY
        e.workspace, e.region_name, e.as_of, e.number, s.year, e.status, e.counted_as,
        s.live_edition
)
SELECT
    p.workspace,
    p.region_name,
    p.number,
    p.status,
    COALESCE(SUM(k.workspaces), 0) AS known_by,
    COALESCE(p.live_edition, MAX(k.use_instead)) AS use_instead,
    p.systems
FROM placed_standards AS p
LEFT JOIN known AS k ON k.number = p.number AND k.as_of <= p.as_of AND p.year IS NOT NULL
GROUP BY
    p.workspace, p.region_name, p.number, p.status, p.counted_as, p.live_edition, p.systems
HAVING p.counted_as = 'obsolete' OR COUNT(k.number) > 0
ORDER BY p.workspace, p.number;
