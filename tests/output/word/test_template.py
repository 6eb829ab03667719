"""Users' Word templates: filled in, bounded, and faulty ones refused in one sentence."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from stdsys.output.documents.template_context import template_context
from stdsys.output.word.template import TemplateError, filled, write_from_template
from tests.output.documents.reading import EN, ZH
from tests.output.region_of_tables import region


def template(folder: Path, *paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> Path:
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    if rows:
        table = word.add_table(rows=len(rows), cols=max(map(len, rows)))
        for line, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, cells, strict=False):
                cell.text = text
    path = folder / "示例模板.docx"
    word.save(str(path))
    return path


def result(path: Path) -> docx.document.Document:
    return docx.Document(BytesIO(filled(path, template_context(*region(), EN))))


def sentence(path: Path) -> str:
    with pytest.raises(TemplateError) as raised:
        filled(path, template_context(*region(), EN))
    return EN(raised.value.message)


def test_fields_loops_and_table_rows_are_filled_in(tmp_path: Path) -> None:
    path = template(
        tmp_path,
        "{{ name }}: {{ numbers.required }}/{{ numbers.existing }} ({{ numbers.percent }} %)",
        "{% if unit %}{{ unit }}{% else %}-{% endif %}",
        "{%p for text in parts.background.paragraphs %}",
        "{{ text }}",
        "{%p endfor %}",
        rows=(
            ("{%tr for one in systems %}",),
            ("{{ loop.index }} {{ one.name }}", "{{ one.subsystems | count }}"),
            ("{%tr endfor %}",),
        ),
    )
    word = result(path)
    total = region()[0].statistics.total
    said = [one.text for one in word.paragraphs]
    assert said[0] == f"示例市标准体系: {total.required}/{total.existing} (57.1 %)"
    assert said[1] == "示例市市场监管局"
    assert said[2].startswith("The system comprises 2 standards systems")
    cells = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    names = ["1 通用基础标准", "2 示例茶业标准体系", "3 示例果业标准体系"]
    assert cells == [list(pair) for pair in zip(names, "131", strict=True)]


def test_the_same_template_gives_the_same_bytes_and_texts_are_no_markup(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ x }}")
    context = {"x": "<w:p>&{{ 7*7 }}"}
    assert filled(path, context) == filled(path, context)
    word = docx.Document(BytesIO(filled(path, context)))
    assert word.paragraphs[0].text == "<w:p>&{{ 7*7 }}"


def test_the_context_holds_plain_values_only() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(type(key) is str and plain(one) for key, one in value.items())
        return all(map(plain, value)) if isinstance(value, list) else type(value) in (str, int)

    context = template_context(*region(), ZH)
    assert plain(context)
    parts = context["parts"]
    assert isinstance(parts, dict)
    assert list(parts)[:2] == ["background", "objectives"]
    assert len(parts) == 10
    assert context["to_supply"]


def test_an_unknown_field_is_named_with_those_there_are(tmp_path: Path) -> None:
    assert "titel; at the top there are title, name" in sentence(template(tmp_path, "{{ titel }}"))
    assert "no_such" in sentence(template(tmp_path, "{{ numbers.no_such }}"))


@pytest.mark.parametrize(
    "text",
    [
        "{{ title.__class__ }}",
        "{{ systems.append }}",
        "{{ title.format }}",
        "{{ numbers.items }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ self.__init__ }}",
        "{{ title | attr('upper') }}",
        "{{ range(9) }}",
        "{{ title ~ title }}",
        "{{ 9 ** 9 }}",
        "{% set x = 1 %}{{ x }}",
        "{% include 'x' %}",
        "{% macro m() %}x{% endmacro %}",
        "{{ title",
        "{% for x in systems %}",
        "{{ lipsum }}",
        "{{ title() }}",
    ],
)
def test_what_is_more_than_a_value_is_refused_in_one_sentence(text: str, tmp_path: Path) -> None:
    said = sentence(template(tmp_path, text))
    assert "示例模板.docx" in said
    assert "\n" not in said


def test_loops_within_loops_come_to_an_end(tmp_path: Path) -> None:
    nested = "{% for a in x %}" * 8 + "{% endfor %}" * 8
    path = template(tmp_path, nested)
    with pytest.raises(TemplateError) as raised:
        filled(path, {"x": ["v"] * 50})
    assert "repeats so much" in EN(raised.value.message)


def test_texts_that_grow_too_large_are_refused(tmp_path: Path) -> None:
    path = template(tmp_path, "{% for a in x %}{% for b in x %}{{ y }}{% endfor %}{% endfor %}")
    with pytest.raises(TemplateError) as raised:
        filled(path, {"x": ["v"] * 900, "y": "长" * 1000})
    assert "repeats so much" in EN(raised.value.message)


def packed(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return path


def test_files_that_are_no_templates_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "示例.docx"
    path.write_bytes(b"")
    assert "is no Word document" in sentence(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "has a password" in sentence(path)
    assert "is no Word document" in sentence(packed(path, xl__workbook_xml=b"<x/>"))
    assert "cannot be filled in" in sentence(packed(path, word__document_xml=b"<x/>"))
    assert "is larger than" in sentence(packed(path, word__document_xml=b"\0" * (51 << 20)))
    assert "cannot be read" in sentence(tmp_path / "absent.docx")
    assert "cannot be read" in sentence(tmp_path)


def test_a_damaged_part_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ title }}")
    content = bytearray(path.read_bytes())
    content[len(content) // 3 : len(content) // 3 + 200] = b"\0" * 200
    path.write_bytes(bytes(content))
    assert "示例模板.docx" in sentence(path)


def test_the_template_itself_is_never_overwritten(tmp_path: Path) -> None:
    path = template(tmp_path, "{{ x }}")
    before = path.read_bytes()
    with pytest.raises(TemplateError):
        write_from_template(path, {"x": "1"}, path)
    assert path.read_bytes() == before
    write_from_template(path, {"x": "1"}, tmp_path / "out" / "示例.docx")
    assert (tmp_path / "out" / "示例.docx").exists()
