"""代替, 被代替 and 引用 of a row, each number on the side where it can stand."""

from stdsys.intake.cells_numbers import NumberCell
from stdsys.intake.cells_references import References, read_references
from stdsys.intake.format_words import STATUS
from stdsys.intake.row_cells import RowCells, Understood, one_line
from stdsys.messages import _
from stdsys.numbers import StandardNumber


def read_relations(
    row: RowCells, number: StandardNumber | None, cell: NumberCell, said: Understood
) -> None:
    """Add what a standard replaces, is replaced by and cites; what is no number becomes a note."""
    found = {name: read_references(row[name]) for name in ("replaces", "replaced_by", "cites")}
    if cell.replaces:
        own = read_references(cell.replaces)
        found["replaces"] = _both(found["replaces"], own)
    found["replaces"], found["replaced_by"] = _by_year(
        row, number, found["replaces"], found["replaced_by"], said
    )
    for name, read in found.items():
        if values := read.values:
            said.facts[name] = values
        if read.leftovers:
            text = "；".join(read.leftovers)
            remark = _(
                "{text} under {column} is no standard number; kept in the notes",
                text=one_line(text),
                column=row.header(name),
            )
            said.keep(row.header(name), text, remark)
        if read.status:
            said.facts.setdefault("status", STATUS[read.status])


def _both(first: References, second: References) -> References:
    return References(
        first.numbers + second.numbers,
        first.partly or second.partly,
        first.status or second.status,
        first.leftovers + second.leftovers,
    )


def _by_year(
    row: RowCells,
    number: StandardNumber | None,
    replaces: References,
    replaced_by: References,
    said: Understood,
) -> tuple[References, References]:
    """Put numbers on the side that their years allow: nothing replaces what is younger."""
    if number is None or number.year is None:
        return replaces, replaced_by
    year = number.year
    younger = tuple(n for n in replaces.numbers if (n.year or year) > year)
    older = tuple(n for n in replaced_by.numbers if (n.year or year) < year)
    for moved, name in ((younger, "replaces"), (older, "replaced_by")):
        for one in moved:
            message = _(
                "{other} under {column} cannot be, its year against {number}; read the other way",
                other=one,
                column=row.header(name),
                number=number,
            )
            said.remarks.append(message)
    if not younger and not older:
        return replaces, replaced_by
    kept = tuple(n for n in replaces.numbers if n not in younger)
    kept_by = tuple(n for n in replaced_by.numbers if n not in older)
    return (
        References(kept + older, replaces.partly, replaces.status, replaces.leftovers),
        References(
            kept_by + younger, replaced_by.partly, replaced_by.status, replaced_by.leftovers
        ),
    )
