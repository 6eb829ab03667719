"""An invented region (示例) whose planned standards need each other, have phases and are late."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from tests.workspaces import workspace

DAY = date(2026, 11, 22)

PLANNED = """
    workspace:
      format: 1
      name: planned
      title: 示例市标准体系
      as_of: 2026-11-22
      region: {name: 示例市, code: "999900"}
      drafting: {months: {group: 12, local: 18}}
    stages: [{id: grow, name: 种植}, {id: sell, name: 销售}]
    aspects: [{id: safety, name: 安全卫生, category: 安全}]
    organisations: [{id: office, name: 示例市农业局, kind: department}]
    coverage:
      require:
        - {id: chain, name: 各环节都有标准, each: stage}
        - {id: safe, name: 有安全标准, each: aspect}
    programme:
      phases:
        - {id: build, name: 体系建设, start: 2026-01, end: 2027-06}
        - {id: run, name: 组织实施, start: 2027-06, end: 2028-12}
    standards:
      - {number: GB/T 99001-2026, title: 示例通则, effective: 2027-03-01}
      - {number: GB/T 99002-2010, title: 示例旧法, status: 废止}
      - {number: GB 99003-2020, title: 示例卫生, status: 现行}
    systems:
      - id: base
        name: 示例共用
        shared: true
        entries: [{standard: GB 99003-2020, aspects: [safety]}]
      - id: crop
        name: 示例作物体系
        owner: office
        uses: [base]
        entries:
          - {planned: 示例术语, id: terms, level: group, phase: build, months: 6}
          - planned: 示例种植规范
            id: grow
            level: local
            urgency: 急需
            phase: build
            needs: [terms, GB/T 99001]
            verified: false
          - planned: 示例检验方法
            id: test
            level: group
            workflow: 起草
            urgency: 较急
            focus: true
            due: 2026-10
            needs: [GB/T 99002-2010, GB 99009]
          - {planned: 示例分级, id: grade, cites: [示例检验方法]}
"""


def planned_analysis() -> Analysis:
    """Return the sample on its day."""
    return Analysis(workspace(PLANNED), DAY)
