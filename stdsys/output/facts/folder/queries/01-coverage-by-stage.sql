-- 各地各环节的覆盖情况：应覆盖的格子数，其中已覆盖、即将覆盖、已列计划、仅有失效标准、空白各几格，覆盖率（%）。
-- Coverage by region and stage, in the order of the chain: cells required, and by state; per cent covered.
SELECT
    workspace,
    region_name,
    stage_name,
    SUM(CASE WHEN required THEN 1 ELSE 0 END) AS required_cells,
    SUM(CASE WHEN state = 'covered' THEN 1 ELSE 0 END) AS covered_cells,
    SUM(CASE WHEN state = 'upcoming' THEN 1 ELSE 0 END) AS upcoming_cells,
    SUM(CASE WHEN state = 'planned' THEN 1 ELSE 0 END) AS planned_cells,
    SUM(CASE WHEN state = 'obsolete-only' THEN 1 ELSE 0 END) AS obsolete_only_cells,
    SUM(CASE WHEN state = 'gap' THEN 1 ELSE 0 END) AS gaps,
    ROUND(
        100 * CAST(SUM(CASE WHEN state = 'covered' THEN 1 ELSE 0 END) AS DOUBLE)
        / NULLIF(SUM(CASE WHEN required THEN 1 ELSE 0 END), 0), 1
    ) AS covered_percent
FROM cells
WHERE stage IS NOT NULL
GROUP BY workspace, region_name, stage_order, stage_name
ORDER BY workspace, stage_order, stage_name;
