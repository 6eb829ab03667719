"""The list of fields of Word templates: all there are, and all of them can be printed."""

import re

import pytest

from stdsys.output.documents.notes import notes_document
from stdsys.output.documents.spelling import SpelledParagraph, spelled, text_of
from stdsys.output.documents.template_context import template_context
from stdsys.output.documents.template_fields import template_field_lines
from stdsys.output.user_templates.sandbox import TemplateSandbox
from tests.output.documents.reading import EN
from tests.output.region_of_tables import REGION, region

EMPTY = "workspace: {name: empty}\n"


def listed(text: str) -> list[str]:
    lines = list(template_field_lines(*region(text), EN))
    return lines[lines.index("") + 1 :]


def test_every_field_has_its_value_beside_it() -> None:
    lines = [" ".join(line.split()) for line in listed(REGION)]
    assert "{{ name }} 示例市标准体系" in lines
    assert "{{ title }} 示例市标准体系: compilation notes" in lines
    assert "{{ numbers.required }} 7" in lines
    assert "{% for one in plan %} 3 here" in lines
    assert any(line.startswith("{{ part.code }} ") for line in lines)


def test_lists_that_are_empty_name_their_fields_too() -> None:
    def fields(text: str) -> set[str]:
        return set(re.findall(r"{{ one\.\w+ }}", "\n".join(listed(text))))

    assert fields(REGION) - fields(EMPTY) <= {f"{{{{ one.{name} }}}}" for name in OF_SYSTEMS}


OF_SYSTEMS = ("name", "object", "objective", "owner", "brand", "percent", "axis_stage")


@pytest.mark.parametrize("text", [REGION, EMPTY])
def test_what_is_listed_can_be_printed(text: str) -> None:
    source, opened = [], 0
    for line in listed(text):
        depth = (len(line) - len(line.lstrip())) // 2
        source += ["{% endfor %}"] * (opened - depth)
        opened = depth
        code = re.match(r"\s*({{ .*? }}|{% .*? %})", line)
        assert code is not None
        source.append(code[1])
        opened += code[1].startswith("{%")
    source += ["{% endfor %}"] * opened
    context = template_context(*region(text), EN)
    assert "compilation notes" in TemplateSandbox().from_string("\n".join(source)).render(context)


def test_paragraphs_of_templates_point_to_no_table() -> None:
    parts = template_context(*region(), EN)["parts"]
    assert isinstance(parts, dict)
    said = str([part["paragraphs"] for part in parts.values() if isinstance(part, dict)])
    document = notes_document(*region())
    blocks = [one for one in spelled(document, EN) if isinstance(one, SpelledParagraph)]
    pointers = ("in the table", "the table proposes")
    assert any(pointer in text_of(block) for block in blocks for pointer in pointers)
    assert not [pointer for pointer in pointers if pointer in said]
