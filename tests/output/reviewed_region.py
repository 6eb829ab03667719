"""An invented region (示例) with reviews of both kinds, and standards that nobody has reviewed."""

REGION = """
    workspace: {format: 1, name: sample, title: 示例市标准体系, as_of: 2026-11-22}
    aspects:
      - {id: quality, name: 质量}
    organisations:
      - {id: bureau, name: 示例市监局, own: true, kind: government}
    standards:
      - number: T/SLXH 001-2022
        title: 示例果分级
        issued: 2022-01-01
        effective: 2022-02-01
        issuer: 示例协会
      - {number: Q/SLGS 001-2023, title: 《示例果脯》, status: 现行, verified: false}
      - {number: DB42/T 99001-2024, title: 示例果种植, status: 修订中, issuer: bureau}
    systems:
      - id: fruit
        name: 示例果体系
        objective: 示例目标
        tree: [{code: "1", name: 示例种植}]
        entries:
          - {standard: T/SLXH 001-2022, at: "1", aspects: [quality]}
          - {standard: Q/SLGS 001-2023, at: "1"}
          - {standard: DB42/T 99001-2024, at: "1"}
          - {planned: 示例果销售规范, id: fruit-sales, level: group, at: "1"}
    reviews:
      - standard: T/SLXH 001-2022
        date: 2026-03-01
        reviewers: [示例市监局标准化科科长, 示例检测中心工程师]
        scores: {先进性: 82.25, 科学性: 90, 合理性: 88, 完整性: 76, 合法性: 100, 格式规范性: 95}
        conclusion: 继续有效
        notes: =1+1
      - {standard: T/SLXH 001-2022, date: 2024-06, scores: {先进性: 70}}
      - {standard: fruit-sales, scores: {先进性: 4}, out_of: 5}
      - standard: DB42/T 99001-2024
        kind: 修订
        date: 2025-01-01
        scores: {先进性: 60, 科学性: 70, 适用性: 65, 合法性: 90}
        conclusion: 修订
"""
