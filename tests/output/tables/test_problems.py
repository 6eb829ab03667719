from stdsys.analysis.ownership import Ownership
from stdsys.findings import Finding, Place, Position, Severity
from stdsys.messages import _
from stdsys.output.tables.object_names import ObjectNames
from stdsys.output.tables.problems import actions_table, first_actions, problems_sheet
from stdsys.output.tables.rendering import Renderer
from stdsys.output.tables.responsibility import Responsibility
from stdsys.output.tables.workbooks import detail_workbook
from stdsys.rules.checking import Located, Report
from tests.output.region_of_tables import ZH, column, region, sheet_of
from tests.workspaces import workspace

SAY = Renderer(ZH)


def finding(
    code: str, subject: str, *about: str, severity: Severity = Severity.WARNING, **more: object
) -> Finding:
    return Finding(
        code,
        severity,
        _("gap"),
        Place("stdsys.yaml"),
        subject,
        (subject, *about),
        **more,  # type: ignore[arg-type]
    )


def report_of(*findings: Finding) -> Report:
    here = Position("stdsys.yaml", 1, 1)
    return Report(tuple(Located(one, here, ()) for one in findings), ())


def responsibility() -> Responsibility:
    return Responsibility.of(region()[0])


def responsibility_in(yaml: str) -> Responsibility:
    found = workspace(yaml)
    return Responsibility(found, Ownership.of(found))


def test_all_findings_the_gravest_first() -> None:
    analysis, report = region()
    table = sheet_of(detail_workbook(analysis, report), "problems").tables[0]
    assert [SAY.text(one.title) for one in table.columns] == [
        *("序号", "级别", "问题", "对象", "建议", "责任单位")
    ]
    assert len(table.rows) == len(report.findings)
    assert [SAY(cell) for cell in column(table, "severity")] == [*["警告"] * 5, "提示"]


def test_the_counts_stand_in_the_second_line() -> None:
    sheet = sheet_of(detail_workbook(*region()), "problems")
    assert SAY.second_line(sheet).endswith("；错误 0 项，警告 5 项，提示 1 项")


def test_a_problem_tells_its_count_and_that_it_rests_on_unverified_facts() -> None:
    report = report_of(finding("R005", "GB/T 99901", count=3, unverified=True))
    table = problems_sheet(region()[0], report, responsibility()).tables[0]
    assert SAY(column(table, "problem")[0]) == "空白；共 3 处；依据未核实"


def test_the_lead_is_that_of_entry_node_or_system() -> None:
    cases = {
        "tea": ("示例县人民政府",),
        "tea/2": ("示例茶叶协会",),
        "tea/2.1": ("示例茶叶协会",),
        "tea/1": ("示例县人民政府",),
        "tea/processing": ("示例县人民政府",),
        "tea:GB/T 99001-2013": ("示例茶叶协会",),
        "GB/T 99001-2013": ("示例茶叶协会",),
        "old-gardens": ("示例茶叶协会",),
        "NY/T 99003-2020": ("示例县人民政府", "示例市农业局"),
        "GB 99006-2026": ("示例市农业局",),
        "no such thing": (),
    }
    found = {subject: responsibility().leads(finding("L003", subject)) for subject in cases}
    assert found == cases


def test_a_finding_about_one_entry_concerns_that_entry_only() -> None:
    one = finding("L003", "NY/T 99003-2020", "fruit:NY/T 99003-2020")
    assert responsibility().leads(one) == ("示例市农业局",)


def test_first_actions_gather_by_rule_and_system_and_leave_infos_out() -> None:
    report = report_of(
        finding("C001", "tea/planting"),
        finding("C001", "fruit/sales"),
        finding("C001", "tea/sales"),
        finding("L008", "GB/T 99001-2013", severity=Severity.INFO),
        finding("N005", "tea:GB/T 99001-2013", severity=Severity.ERROR),
    )
    actions = first_actions(report, responsibility())
    assert [(a.first.code, a.system and a.system.id, a.count) for a in actions] == [
        ("N005", "tea", 1),
        ("C001", "tea", 2),
        ("C001", "fruit", 1),
    ]
    assert actions[0].leads == ("示例茶叶协会",)


def test_an_action_is_as_grave_as_the_gravest_it_gathers_and_errors_come_first() -> None:
    report = report_of(
        finding("N001", "tea"),
        finding("C001", "tea/planting"),
        finding("C001", "tea/sales", severity=Severity.ERROR),
    )
    actions = first_actions(report, responsibility())
    assert [(action.first.code, action.severity) for action in actions] == [
        ("C001", Severity.ERROR),
        ("N001", Severity.WARNING),
    ]
    table = actions_table(actions, ObjectNames(region()[0].workspace))
    assert [SAY(cell) for cell in column(table, "severity")] == ["错误", "警告"]


PROMISES = """
workspace: {format: 1, name: example}
organisations:
  - {id: city, name: 示例市人民政府, own: true}
  - {id: bureau, name: 示例市农业局}
  - {id: union, name: 示例合作社}
coverage: {require: [{id: chain, name: 各环节都有标准, each: [stage]}]}
stages: [{id: sales, name: 销售}]
programme:
  phases: [{id: build, name: 建设阶段}, {id: tea, name: 同名阶段}]
  tasks: [{id: survey, title: 现状调研, lead: [union, bureau]}]
targets:
  - {id: tea, title: 建立标准体系, measure: systems, value: 1, strength: firm, lead: bureau}
  - {id: bare, measure: systems, value: 1, strength: firm}
standards:
  - {number: T/SLXH 001-2024, title: 示例自制标准, issuer: city}
  - {number: GB/T 99001-2013, title: 示例国家标准}
systems:
  - id: tea
    name: 示例茶体系
    owner: city
    coverage: {require: [{id: own, name: 本体系要求, each: [stage]}]}
    entries: [{number: GB/T 99001-2013}, {number: T/SLXH 001-2024}]
"""


def test_targets_tasks_phases_and_clauses_are_called_by_their_names() -> None:
    names = ObjectNames(workspace(PROMISES))
    cases = {
        ("T001", "tea"): "建立标准体系",
        ("T001", "bare"): "bare",
        ("P002", "survey"): "现状调研",
        ("P002", "build"): "建设阶段",
        ("P002", "tea"): "同名阶段",
        ("Y110", "chain"): "各环节都有标准",
        ("Y110", "own"): "本体系要求",
        ("S001", "tea"): "示例茶体系",
        ("H005", "union"): "示例合作社",
    }
    found = {(code, key): names.of(finding(code, key)) for code, key in cases}
    assert found == cases


def test_targets_and_tasks_have_their_own_leads() -> None:
    responsible = responsibility_in(PROMISES)
    cases = {
        ("T001", "tea"): ("示例市农业局",),
        ("T001", "bare"): (),
        ("P002", "survey"): ("示例合作社", "示例市农业局"),
        ("P002", "build"): (),
        ("S001", "tea"): ("示例市人民政府",),
    }
    found = {(code, key): responsible.leads(finding(code, key)) for code, key in cases}
    assert found == cases


def test_nobody_here_answers_for_what_a_standard_of_others_says() -> None:
    responsible = responsibility_in(PROMISES)
    others = finding("R002", "GB/T 99001-2013", "tea:GB/T 99001-2013", severity=Severity.INFO)
    own = finding("R002", "T/SLXH 001-2024", "tea:T/SLXH 001-2024")
    gathered = finding("R005", "T/SLXH 001-2024", "GB/T 99001-2013", group="T/SLXH 001-2024")
    entered = finding("L003", "GB/T 99001-2013", "tea:GB/T 99001-2013")
    cases = (others, own, gathered, entered)
    assert [responsible.leads(one) for one in cases] == [
        (),
        ("示例市人民政府",),
        (),
        ("示例市人民政府",),
    ]


def test_no_more_than_ten_actions() -> None:
    codes = [f"R00{n}" for n in range(1, 9)] + [f"C00{n}" for n in range(1, 8)]
    actions = first_actions(report_of(*(finding(c, "tea") for c in codes)), responsibility())
    assert [action.first.code for action in actions] == codes[:10]


def test_the_overview_tells_headline_figures_and_actions() -> None:
    figures, actions = sheet_of(detail_workbook(*region()), "overview").tables
    said = {SAY(row[1]): SAY(row[2]) for row in figures.rows}
    shown = ("标准体系数（个）", "应有数（项）", "现有数（项）", "现有数÷应有数（%）")
    assert [said[name] for name in shown] == [2, 7, 4, 57.1]
    assert said["问题：警告（项）"] == 5
    assert [SAY(cell) for cell in column(actions, "lead")] == [
        *("示例茶叶协会", "示例县人民政府", "示例市农业局", "示例县人民政府")
    ]


def test_objects_are_called_by_their_names() -> None:
    workspace = region()[0].workspace
    names = ObjectNames(workspace)
    cases = {
        "tea": "示例茶业标准体系",
        "tea/2.1": "示例茶业标准体系 / 2.1 鲜叶",
        "tea/processing": "示例茶业标准体系 / 生产加工",
        "tea/processing/quality": "示例茶业标准体系 / 生产加工 / 质量等级",
        "old-gardens": "示例老茶园改造规范",
        "tea-rules": "示例市茶叶管理办法",
        "GB/T 99001-2013": "GB/T 99001-2013",
        "GB/T 99901": "GB/T 99901",
    }
    assert {subject: names(subject) for subject in cases} == cases
    assert names("tea/2.1", within=workspace.systems["tea"]) == "2.1 鲜叶"


def test_the_lead_where_the_key_of_a_node_is_also_the_id_of_a_system() -> None:
    alike = workspace(
        """
        workspace: {format: 1, name: alike}
        organisations: [{id: one, name: 示例一}, {id: two, name: 示例二}]
        systems:
          - id: tea
            name: 示例茶
            tree: [{code: "1", name: 种植, lead: one, children: [{code: "2", name: 加工}]}]
          - {id: tea/2, name: 示例砖茶, owner: two}
        """
    )
    assert Responsibility(alike, Ownership.of(alike)).leads_of("tea/2") == ("示例一",)
