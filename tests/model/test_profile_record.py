"""Column profiles of a workspace: what they may hold, and what is said of those that are wrong."""

import pytest

from stdsys.messages import translator
from stdsys.model.profile_record import SHIPPED, ProfileField
from stdsys.output.workbooks.profiles import FIELDS, PROFILES, profile_names, profile_of
from tests.workspaces import workspace, workspace_and_findings

SAY = translator("en")


def test_every_field_has_a_column_and_the_shipped_names_are_known() -> None:
    assert set(FIELDS) == set(ProfileField)
    assert tuple(PROFILES) == SHIPPED


def test_a_profile_names_columns_headings_and_widths() -> None:
    built = workspace(
        """
        profiles:
          - id: mine
            name: 我的明细表
            columns: [number, title_en, {field: issuer, header: 发布单位, width: 20}]
        """
    )
    profile = profile_of(built, "mine")
    assert profile.name == "我的明细表"
    assert [field.column.key for field in profile.fields] == ["number", "title-en", "issuer"]
    issuer = profile.fields[2].column
    assert (issuer.title, issuer.width) == ("发布单位", 20)
    assert profile_names(built) == (*SHIPPED, "mine")


@pytest.mark.parametrize(
    ("profile", "code", "said"),
    [
        ("{id: p, columns: [numbr]}", "Y103", "did you mean number?"),
        ("{id: p, columns: [{field: titel}]}", "Y103", "did you mean title?"),
        ("{id: p, columns: [{feld: title}, number]}", "Y101", "did you mean field?"),
        ("{id: p, columns: []}", "Y103", "at least one column"),
        ("{id: p, columns: [{field: title, width: 0}]}", "Y103", "from 1 to 200"),
        ("{id: simple, columns: [title]}", "Y103", "a name of its own"),
        ("{id: p}", "Y102", "columns is missing"),
    ],
)
def test_what_is_wrong_is_said(profile: str, code: str, said: str) -> None:
    built, findings = workspace_and_findings(f"profiles: [{profile}]")
    texts = [SAY(f.message) + (f" {SAY(f.hint)}" if f.hint else "") for f in findings]
    assert any(f.code == code and said in text for f, text in zip(findings, texts, strict=True))
    assert not built.profiles


def test_two_profiles_of_one_name() -> None:
    one = "{id: p, columns: [title]}"
    other = "{id: p, columns: [number]}"
    _built, findings = workspace_and_findings(f"profiles: [{one}, {other}]")
    assert [finding.code for finding in findings] == ["Y105"]
