"""The cells of a row → facts of a standard, planned standard or document; the rest as notes."""

import re
from collections.abc import Callable

from stdsys.intake.cells_dates import read_date
from stdsys.intake.cells_numbers import NumberCell
from stdsys.intake.cells_references import (
    read_adoption,
    read_classes,
    read_units,
)
from stdsys.intake.cells_words import (
    document_kind,
    kind_of_standard,
    level_of,
    nature_of,
    says_nothing,
    status_of,
    urgency_of,
    workflow_of,
)
from stdsys.intake.drafts import Value
from stdsys.intake.format_words import (
    DOCUMENT_KINDS,
    LEVELS,
    NATURES,
    STATUS,
    URGENCY,
    WORKFLOW,
)
from stdsys.intake.relation_facts import read_relations
from stdsys.intake.row_cells import RowCells, Understood, one_line
from stdsys.intake.status_facts import read_status
from stdsys.messages import _
from stdsys.numbers import StandardNumber

_OF_PLANS = ("urgency", "workflow", "revision", "due", "lead", "support", "needs", "upgrades")
_PLAN_NUMBER = re.compile(r"\d{8}-[A-Z]{1,2}-\d{3}", re.ASCII)
_DATES = ("issued", "effective", "withdrawn", "reviewed")
_OWN_OR_SHARED = frozenset({"本体系", "共用"})
"""What tables of ours print under 来源: it says nothing of where facts are from."""
_WORDS = ("issuer", "custodian", "source", "title_en")


def standard_facts(
    row: RowCells, number: StandardNumber | None, cell: NumberCell, stated: str | None
) -> Understood:
    """Return the facts of a standard. `stated` is the status that the sheet's name gives."""
    said = Understood()
    _common(row, said)
    if number is not None and number.amendment:
        _dates_of_an_amendment(row, number, said)
    else:
        _dates(row, said, _DATES)
    read_relations(row, number, cell, said)
    read_status(row, cell, stated, said)
    _level(row, number, said)
    if number is not None:
        if number.reaffirmed and "reviewed" not in said.facts:
            said.facts["reviewed"] = str(number.reaffirmed)
        if number.amendment:
            said.notes.append(f"修改单：{number.amendment}")
        if number.adopts and "adopts" not in said.facts:
            adopted: Value = number.adopts
            if number.degree:
                adopted = {"number": number.adopts, "degree": number.degree}
            said.facts["adopts"] = (adopted,)
    for name in _OF_PLANS:
        _only_kept(row, name, said)
    return said


def planned_facts(row: RowCells, cell: NumberCell, workflow: str | None) -> Understood:
    """Return the facts of a planned standard; a status that is no stage of work is kept."""
    said = Understood()
    _common(row, said)
    _choose(row, "urgency", urgency_of, URGENCY, said)
    _choose(row, "level", level_of, LEVELS, said)
    for printed in cell.numbers:
        if "level" not in said.facts and printed.number.level.value in LEVELS:
            said.facts["level"] = LEVELS[printed.number.level.value]
    if _PLAN_NUMBER.fullmatch(cell.rest):
        said.notes.append(f"计划号：{cell.rest}")
    elif cell.rest:
        said.keep(row.header("number"), cell.rest)
    if row["revision"] not in ("", "制定", "制订") and not (
        row["revision"] in ("修订", "修改") and (cell.replaces or row["replaces"])
    ):
        _only_kept(row, "revision", said)
    stage = workflow_of(row["workflow"]) or workflow_of(row["status"]) or cell.workflow or workflow
    if stage:
        said.facts["workflow"] = WORKFLOW[stage]
    for name in ("workflow", "status"):
        if row[name] and workflow_of(row[name]) is None:
            said.keep(row.header(name), row[name])
    if (due := row["due"]) and (day := read_date(due)) is not None:
        said.facts["due"] = day
    elif due:
        said.keep(row.header("due"), due)
    if lead := one_line(row["lead"]):
        said.facts["lead"] = lead
    for name in ("support", "needs", "upgrades"):
        if units := read_units(row[name]):
            said.facts[name] = units
    read_relations(row, None, cell, said)
    for name in ("nature", *_DATES):
        _only_kept(row, name, said)
    return said


def document_facts(row: RowCells, kind: str | None, reference: str) -> Understood:
    """Return the facts of a law, rule or policy; `reference` is its 文号."""
    said = Understood()
    kind = document_kind(row["kind"]) or document_kind(row["level"]) or kind
    if kind:
        said.facts["kind"] = DOCUMENT_KINDS[kind]
    if reference:
        said.facts["reference"] = one_line(reference)
    for name in ("issuer", "source"):
        if text := one_line(row[name]):
            said.facts[name] = text
    _dates(row, said, ("issued", "effective"))
    _verification(row, said)
    if status_of(row["status"]) != "in-force":
        _only_kept(row, "status", said)
    for name in (
        *("title_en", "nature", "urgency", "workflow", "revision", "withdrawn", "reviewed"),
        "replaces",
        *("replaced_by", "adopts", "degree", "cites", "custodian", "drafting_units", "ics"),
        *("ccs", "classification", "lead", "support", "due", "needs", "upgrades"),
    ):
        _only_kept(row, name, said)
    for name in ("kind", "level"):
        if row[name] and document_kind(row[name]) is None:
            _only_kept(row, name, said)
    return said


def _common(row: RowCells, said: Understood) -> None:
    for name in _WORDS:
        text = one_line(row[name])
        if name == "source" and text in _OWN_OR_SHARED:
            continue
        if text:
            said.facts[name] = text
    if units := read_units(row["drafting_units"]):
        said.facts["drafting_units"] = units
    classes: dict[str, tuple[str, ...]] = {"ics": (), "ccs": ()}
    for name in ("ics", "ccs", "classification"):
        ics, ccs, left = read_classes(row[name])
        classes["ics"] += ics
        classes["ccs"] += ccs
        if left:
            said.keep(row.header(name), "；".join(left))
    for name, codes in classes.items():
        if codes:
            said.facts[name] = tuple(dict.fromkeys(codes))
    adopted = read_adoption(row["adopts"], row["degree"])
    if adopted.values:
        said.facts["adopts"] = adopted.values
    if adopted.leftovers:
        said.keep(row.header("adopts" if row["adopts"] else "degree"), "；".join(adopted.leftovers))
    _kind(row, said)
    _verification(row, said)


def _kind(row: RowCells, said: Understood) -> None:
    """Read 类别, under which tables put kinds, natures or levels; other words are kept."""
    text = row["kind"]
    if not text or level_of(text) is not None:
        return
    if (kind := kind_of_standard(text)) is not None:
        said.facts["kind"] = kind
    elif nature_of(text) is None:
        said.keep(row.header("kind"), text)


def _verification(row: RowCells, said: Understood) -> None:
    text = row["verification"]
    if not text:
        return
    if text.strip().casefold() in ("未核实", "待核实", "not verified", "否", "false"):
        said.facts["verified"] = False
    elif (day := read_date(text.replace("核实", "").replace("verified", ""))) is not None:
        said.facts["verified"] = day
    else:
        said.keep(row.header("verification"), text)


def _dates(row: RowCells, said: Understood, names: tuple[str, ...]) -> None:
    for name in names:
        text = row[name]
        if not text:
            continue
        if (day := read_date(text)) is not None:
            said.facts[name] = day
        elif name == "withdrawn" and status_of(text) == "withdrawn":
            said.facts.setdefault("status", STATUS["withdrawn"])
        else:
            remark = _(
                "{text} under {column} is no date; kept in the notes",
                text=one_line(text),
                column=row.header(name),
            )
            said.keep(row.header(name), text, remark)


def _dates_of_an_amendment(row: RowCells, number: StandardNumber, said: Understood) -> None:
    """Keep the dates of an amendment 修改单 as notes: they are not those of its standard."""
    stated = [name for name in _DATES if row[name]]
    for name in stated:
        said.keep(f"{row.header(name)}（{number.amendment}）", row[name])
    if stated:
        said.remarks.append(
            _(
                "the dates are those of the amendment {number}, not of the standard; kept in the "
                "notes",
                number=number,
            )
        )


def _level(row: RowCells, number: StandardNumber | None, said: Understood) -> None:
    """Take level and nature where the number doesn't tell them; keep what contradicts it."""
    kind = row["kind"] if level_of(row["kind"]) else ""
    for name, text, known, words in (
        ("level", row["level"] or kind, level_of, LEVELS),
        (
            "nature",
            row["nature"] or (row["kind"] if nature_of(row["kind"]) else ""),
            nature_of,
            NATURES,
        ),
    ):
        if not text:
            continue
        word = known(text)
        told = getattr(number, name).value if number is not None else None
        if word is None:
            said.keep(row.header(name), text)
        elif told is None:
            said.facts[name] = words[word]
        elif told != word:
            remark = _(
                "{text} under {column} disagrees with the number {number}; kept in the notes",
                text=one_line(text),
                column=row.header(name),
                number=number,
            )
            said.keep(row.header(name), text, remark)


def _choose(
    row: RowCells,
    name: str,
    known: Callable[[str], str | None],
    words: dict[str, str],
    said: Understood,
) -> None:
    text = row[name]
    word = known(text) if text else None
    if word is None and name == "level" and row["kind"]:
        word = level_of(row["kind"])
    if word is not None:
        said.facts[name] = words[word]
    elif text:
        said.keep(row.header(name), text)


def _only_kept(row: RowCells, name: str, said: Understood) -> None:
    """Keep what the format has no field for here."""
    if (text := row[name]) and not says_nothing(text):
        said.keep(row.header(name), text)
