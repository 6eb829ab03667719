"""The rules on single editions: what they leave out unseen is never at fault. All is invented."""

from random import Random

import pytest

from stdsys.rules.life_cycle.edition_rule import EditionRule
from stdsys.rules.registry import RULES
from tests.analysis.analysed import analysed

_RULES = {code: rule for code, rule in RULES.items() if isinstance(rule, EditionRule)}
_ORGANISATIONS = "organisations: [{id: guild, name: 示例协会, kind: association, own: true}]\n"


def _dates(random: Random) -> str:
    year, month = random.randrange(2015, 2029), random.randrange(1, 13)
    return random.choice([f"{year}", f"{year}-{month:02d}", f"{year}-{month:02d}-28"])


def _record(random: Random, serial: int) -> str:
    codes = ["GB/T", "GB", "NY", "DB42/T", "T/SLXH", "Q/SLGS"]
    year = random.choice(["-2020", f"-{random.randrange(2015, 2028)}", ""])
    may_be = {
        "status": random.choice(["现行", "即将实施", "被代替", "部分被代替", "废止", "修订中"]),
        "issued": _dates(random),
        "effective": _dates(random),
        "withdrawn": _dates(random),
        "reviewed": _dates(random),
        "level": random.choice(["group", "local", "national"]),
        "nature": random.choice(["mandatory", "recommended"]),
        "issuer": "guild",
        "replaces": f"[GB/T {random.randrange(1, 80)}-2020]",
    }
    number = f"{random.choice(codes)} {serial}{year}"
    facts = [f"{name}: {value}" for name, value in may_be.items() if random.random() < 0.5]
    return f"  - {{{', '.join([f'number: {number}', *facts])}}}\n"


@pytest.mark.parametrize("seed", range(4))
def test_what_is_no_candidate_is_not_at_fault(seed: int) -> None:
    random = Random(seed)
    records = "".join(_record(random, serial) for serial in range(1, 150))
    analysis = analysed(f"{_ORGANISATIONS}standards:\n{records}")

    editions = list(analysis.workspace.editions.values())
    refused = 0
    for rule in _RULES.values():
        candidates = list(rule.candidates(analysis))
        at_fault = [one for one in editions if rule.judge(one, analysis)]
        assert [one for one in candidates if one in at_fault] == at_fault, rule.code
        refused += len(at_fault)
    assert refused > 50
