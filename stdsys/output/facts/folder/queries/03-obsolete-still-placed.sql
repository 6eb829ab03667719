-- 各地仍列在体系中的被代替、废止标准，应换用哪一版，在几个体系中。
-- Replaced and withdrawn standards that still stand in a system: where, and what to use instead.
SELECT
    e.workspace,
    e.region_name,
    e.number,
    e.status,
    s.live_edition,
    COUNT(DISTINCT e.system) AS systems
FROM entries AS e
JOIN standards AS s ON s.workspace = e.workspace AND s.id = e.standard
WHERE e.counted_as = 'obsolete' AND e.number IS NOT NULL
GROUP BY e.workspace, e.region_name, e.number, e.status, s.live_edition
ORDER BY e.workspace, e.number;
