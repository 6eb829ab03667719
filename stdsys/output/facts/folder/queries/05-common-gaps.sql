-- 多地共有的空白：同一要求、同一环节和方面，多少地方要求，多少地方空白。
-- Gaps that many have in common: by requirement, stage and aspect, how many workspaces lack it.
SELECT
    clause_name,
    stage_name,
    aspect_name,
    COUNT(DISTINCT CASE WHEN required THEN workspace END) AS requiring,
    COUNT(DISTINCT CASE WHEN state = 'gap' THEN workspace END) AS lacking
FROM cells
GROUP BY clause_name, stage_name, aspect_name
HAVING COUNT(DISTINCT CASE WHEN state = 'gap' THEN workspace END) > 1
ORDER BY lacking DESC, clause_name, stage_name NULLS LAST, aspect_name NULLS LAST;
