-- 多地共有的空白：同一要求、同一环节和方面，多少地方要求，多少地方空白或仅有失效标准。
-- Gaps in common, by requirement, stage and aspect: in how many workspaces nothing valid is there or coming.
-- 与 rollup 相同，仅有失效标准的也算；但 rollup 不分要求。As in rollup, which puts requirements together.
SELECT
    clause_name,
    stage_name,
    aspect_name,
    COUNT(DISTINCT CASE WHEN required THEN workspace END) AS requiring,
    COUNT(DISTINCT CASE WHEN state IN ('gap', 'obsolete-only') THEN workspace END) AS lacking
FROM cells
GROUP BY clause_name, stage_name, aspect_name
HAVING COUNT(DISTINCT CASE WHEN state IN ('gap', 'obsolete-only') THEN workspace END) > 1
ORDER BY lacking DESC, clause_name, stage_name NULLS LAST, aspect_name NULLS LAST;
