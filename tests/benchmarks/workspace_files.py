"""Writes the benchmark's workspace: a hundred standards a file, with the system they form."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.faults import Lines, fault_at
from tests.benchmarks.items import (
    AS_OF,
    ASPECTS,
    LEVELS,
    PER_FILE,
    STAGES,
    Item,
    items,
    organisation,
    product,
)

_STAGE_NAMES = ("育种育苗", "种植", "生产加工", "仓储", "运输", "销售流通", "售后管理")
_ASPECT_NAMES = ("质量", "安全卫生", "检验方法", "包装标识", "生产技术", "管理", "基础")
_CATEGORIES = ("产品", "安全", "方法", "产品", "产品", "其他", "基础")
_PLANNED = 2


def write_workspace(folder: Path, count: int, seed: int, *, readable: bool = False) -> list[Path]:
    """Write a workspace of `count` standards; return the files that hold them.

    A `readable` one is without the faults of family Y, with which no document is written.
    """
    folder.mkdir(parents=True)
    _put(folder / "stdsys.yaml", _head())
    written = []
    for start in range(0, count, PER_FILE):
        part = [Item(seed, index) for index in range(start, min(start + PER_FILE, count))]
        number = start // PER_FILE
        path = folder / f"{number // 100:03d}" / f"{number:05d}.yaml"
        path.parent.mkdir(exist_ok=True)
        _put(path, _file(part, count, readable))
        written.append(path)
    return written


def write_numbers(path: Path, count: int, seed: int) -> None:
    """Write numbers, one a line: every other in its canonical form, the rest as people type."""
    _put(path, (_typed(item) for item in items(count, seed)))


def _typed(item: Item) -> str:
    if item.index % 2:
        return item.number
    dash = "—－–-"[item.index // 2 % 4]
    form = ("{}", "《{}》", " {}", "{} ", "{}")[item.index // 2 % 5]
    return form.format(item.number.replace("-", dash))


def _put(path: Path, lines: Iterator[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{line}\n" for line in lines)


def _head() -> Iterator[str]:
    yield "workspace:"
    yield "  format: 1"
    yield "  name: benchmark"
    yield "  title: 示例省标准体系"
    yield f"  as_of: {AS_OF.isoformat()}"
    yield "stages:"
    for stage, name in zip(STAGES, _STAGE_NAMES, strict=True):
        yield f"  - {{id: {stage}, name: {name}}}"
    yield "aspects:"
    for aspect, name, category in zip(ASPECTS, _ASPECT_NAMES, _CATEGORIES, strict=True):
        yield f"  - {{id: {aspect}, name: {name}, category: {category}}}"
    yield "coverage:"
    yield "  require:"
    yield "    - {id: chain, each: stage}"
    yield "    - {id: elements, each: aspect, shared: true}"


def _file(part: list[Item], count: int, readable: bool) -> Iterator[str]:
    number = part[0].file
    yield "organisations:"
    for level, name, kind in (
        ("group", "示例协会", "association"),
        ("enterprise", "示例公司", "enterprise"),
    ):
        ident = organisation(level, number)
        yield f"  - {{id: {ident}, name: {product(number)}{name}, kind: {kind}, own: true}}"
    yield "systems:"
    placed = [item for item in part if item.living]
    if number == 0:
        base = [item for item in placed if item.level == LEVELS[0]]
        yield from _system("common", "通用基础标准体系", base, shared=True)
        placed = placed[len(base) :]
    if placed:
        yield from _system(f"system-{number:05d}", f"{product(number)}标准体系", placed)
        for planned in range(_PLANNED):
            yield f"      - planned: {product(number)}数字化管理规范 第{planned + 1}部分"
            yield f"        id: planned-{number:05d}-{planned}"
            yield f'        at: "{planned + 1}.1"'
            yield "        level: group"
            yield "        urgency: 较急"
            yield "        due: 2027-12"
            yield f"        lead: {organisation('group', number)}"
    yield "standards:"
    for item in part:
        yield from _record(item, count, readable)


def _system(ident: str, name: str, placed: list[Item], *, shared: bool = False) -> Iterator[str]:
    yield f"  - id: {ident}"
    yield f"    name: {name}"
    yield "    shared: true" if shared else "    uses: [common]"
    yield "    tree:"
    for code, (stage, title) in enumerate(zip(STAGES, _STAGE_NAMES, strict=True), 1):
        yield f'      - code: "{code}"'
        yield f"        name: {title}"
        yield f"        stages: [{stage}]"
        if shared:
            continue
        yield "        children:"
        yield f'          - {{code: "{code}.1", name: {title}技术}}'
        yield f'          - {{code: "{code}.2", name: {title}管理}}'
    yield "    entries:"
    for item in placed:
        node = f"{STAGES.index(item.stage) + 1}"
        if not shared:
            node += f".{1 + item.place % 2}"
        yield f'      - {{standard: {item.number}, at: "{node}", aspects: [{item.aspect}]}}'


def _record(item: Item, count: int, readable: bool) -> Iterator[str]:
    lines = _fields(item)
    fault = fault_at(item, count)
    if fault is not None and not (readable and fault[0].startswith("Y")):
        fault[1](item, lines)
    lead = "  - "
    for field, value in lines.items():
        yield f"{lead}{field}: {value}"
        lead = "    "
    if "cites" not in lines and item.citations:
        yield "    cites:"
        for cited in item.citations:
            yield f"      - {cited}"


def _fields(item: Item) -> Lines:
    lines = {
        "number": item.number,
        "title": item.title,
        "status": "现行" if item.living else "被代替",
        "issued": item.issued.isoformat(),
        "effective": item.effective.isoformat(),
        "issuer": item.issuer,
        "object": f"{item.product}{item.subject}",
        "source": f"https://example.org/std/{item.index}",
        "verified": AS_OF.isoformat(),
    }
    if item.upcoming:
        lines["status"] = "即将实施"
    if item.predecessor is not None:
        lines["replaces"] = f"[{item.predecessor.number}]"
    if item.level == LEVELS[-1]:
        lines["declared"] = "true"
    return lines
