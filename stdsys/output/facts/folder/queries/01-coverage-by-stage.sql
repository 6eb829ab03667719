-- 各地各环节的覆盖情况：应覆盖、已覆盖、空白的格子数和覆盖率（%）。
-- Coverage by region and stage: cells required, covered, gaps, and the share covered in per cent.
SELECT
    workspace,
    region_name,
    stage_name,
    SUM(CASE WHEN required THEN 1 ELSE 0 END) AS required_cells,
    SUM(CASE WHEN state = 'covered' THEN 1 ELSE 0 END) AS covered_cells,
    SUM(CASE WHEN state = 'gap' THEN 1 ELSE 0 END) AS gaps,
    ROUND(
        100 * CAST(SUM(CASE WHEN state = 'covered' THEN 1 ELSE 0 END) AS DOUBLE)
        / NULLIF(SUM(CASE WHEN required THEN 1 ELSE 0 END), 0), 1
    ) AS covered_percent
FROM cells
WHERE stage IS NOT NULL
GROUP BY workspace, region_name, stage_name
ORDER BY workspace, stage_name;
