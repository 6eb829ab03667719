"""An invented region (示例) in which every state, status and relation occurs."""

from datetime import date

from stdsys.analysis.analysis import Analysis
from tests.workspaces import workspace

DAY = date(2026, 6, 1)

REGION = """
    workspace: {format: 1, name: sample, title: 示例市标准体系, as_of: 2026-06-01}
    stages:
      - {id: grow, name: 种植}
      - {id: make, name: 加工}
      - {id: sell, name: 销售}
      - {id: keep, name: 仓储}
    aspects:
      - {id: quality, name: 质量, category: 产品}
      - {id: testing, name: 试验, category: 方法}
    axes:
      - {id: channel, name: 渠道, values: [{id: online, name: 网上}, {id: market, name: 集市}]}
    coverage:
      require:
        - {id: chain, name: 各环节都有标准, each: stage, reason: 示例理由。, source: 示例方案第3条}
        - {id: elements, name: 各方面都有标准, each: aspect, shared: true}
    standards:
      - number: GB/T 99001-2020
        title: 示例试验方法
        effective: 2021-01-01
        adopts: [{number: ISO 99001:2018, degree: MOD}]
      - number: GB/T 99002-2021
        title: 示例果
        effective: 2021-06-01
        cites: [GB/T 99001, GB/T 99003-2015, GB/T 99009]
      - {number: GB/T 99003-2015, title: 示例果加工, withdrawn: 2024-01-01}
      - {number: GB/T 99004-2010, title: 示例坚果, effective: 2010-06-01}
      - number: GB/T 99004-2015
        title: 示例坚果
        effective: 2015-06-01
        replaces: [GB/T 99004-2010]
      - number: GB/T 99004-2026
        title: 示例坚果
        effective: 2026-12-01
        replaces: [GB/T 99004-2015]
        cites: [GB/T 99001-2020]
      - {number: T/SLXH 001-2022, title: 示例坚果销售, status: 未知, verified: false}
    systems:
      - id: base
        name: 示例共用
        shared: true
        tree: [{code: "1", name: 通用}]
        entries:
          - {standard: GB/T 99001-2020, at: "1", aspects: [testing]}
      - id: fruit
        name: 示例果体系
        uses: [base]
        tree:
          - {code: "1", name: 种植, stages: [grow]}
          - {code: "2", name: 加工, stages: [make]}
          - {code: "3", name: 销售, stages: [sell]}
        entries:
          - {standard: GB/T 99002-2021, at: "1", aspects: [quality]}
          - {standard: GB/T 99003-2015, at: "2", aspects: [quality]}
          - planned: 示例果销售规范
            id: fruit-sales
            level: group
            at: "3"
            upgrades: [T/SLXH 001-2022]
        coverage:
          exempt:
            - {stage: keep, reason: 示例果当天售出，不需仓储。}
      - id: nuts
        name: 示例坚果体系
        tree:
          - {code: "1", name: 加工, stages: [make]}
          - {code: "2", name: 销售, stages: [sell]}
        entries:
          - {standard: GB/T 99004-2026, at: "1"}
          - {standard: T/SLXH 001-2022, at: "2", aspects: [quality]}
"""

STATES = {
    ("fruit", "grow"): "covered",
    ("fruit", "make"): "obsolete-only",
    ("fruit", "sell"): "planned",
    ("fruit", "keep"): "exempt",
    ("nuts", "grow"): "gap",
    ("nuts", "make"): "upcoming",
    ("nuts", "sell"): "gap",
    ("nuts", "keep"): "gap",
}
"""The states of the cells of the clause `chain`."""


def analysis() -> Analysis:
    """Return the sample on its day."""
    return Analysis(workspace(REGION), DAY)
