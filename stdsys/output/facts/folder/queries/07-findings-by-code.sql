-- 各地检查结果：按规则和级别计数，不含已豁免的。
-- Findings by workspace, rule and severity; waived ones are left out.
SELECT
    workspace,
    region_name,
    code,
    severity,
    COUNT(*) AS findings,
    SUM(occurrences) AS occurrences
FROM findings
WHERE NOT waived
GROUP BY workspace, region_name, code, severity
ORDER BY workspace, code, severity;
