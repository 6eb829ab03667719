"""The grammar of standard numbers as regular expressions, from the code to the last suffix.

    text     = code serial [part] [year] suffix*
    code     = fixed | local | group | enterprise           GB/T · DB42/T · T/CTMA · Q/XYZ
    serial   = figures, by kind of code perhaps with letters, sub-numbers or a class number
    part     = "." figures, foreign "-" figures
    year     = "-" four figures, foreign ":" four figures
    suffix   = amendment | edition | reaffirmation | all parts | adoption | version

All of them run on normalised text whose ASCII letters are capitals. None nests quantifiers over
the same characters, so that each is linear in the length of the text.
"""

import re

from stdsys.numbers.kinds import Serial
from stdsys.patterns import pattern

LOCAL_CODE = pattern(
    r"""
    (?P<family> DBJT | DB[SJ]? | DGJ ) [ ]? (?P<region> [0-9]+ | X{2}(?:X{2})? ) (?![0-9X])
    (?: (?P<mark> [ ]?[/\\_-][ ]? | [ ]? )
        (?P<suffix> TJ | T | J ) (?! [A-Z] )
      | (?P<slash> [ ]?/[ ]? )
    )?
    """,
    re.VERBOSE | re.ASCII,
)
"""DB42/T, DB 42/T, DB42T, DBS42/, DBJ42/T, DGJ32/TJ."""

GROUP_CODE = pattern(
    r"""
    T (?P<mark> [ ]?[/\\_-][ ]? )
    (?: (?P<spaced> [0-9]{0,4}[A-Z][A-Z0-9]* (?:-[A-Z0-9]*[A-Z][A-Z0-9]*)? ) (?=[ ])
      | (?P<glued>  [0-9]{0,4}[A-Z]+ (?:-[A-Z]+)? ) (?=-?[0-9])
    )
    """,
    re.VERBOSE | re.ASCII,
)
"""T/CTMA, T/31SCTA, T / CTMA, T-CECS; a glued serial begins at the first figure after letters."""

ENTERPRISE = pattern(
    r"""
    Q (?P<mark> [ ]?[/\\_-][ ]? | [ ] )
    (?P<body> [A-Z0-9][A-Z0-9 /.-]*? )
    (?: -(?P<year>[0-9]{4}|[0-9]{2}|X{2,4}|20XX)
      | [ ](?P<spaced>(?:19[5-9]|20[0-9])[0-9]) )?
    (?: (?P<vmark>[. -]?) (?P<version>V[0-9]{1,3}(?:\.[0-9]{1,3})?) )?
    """,
    re.VERBOSE | re.ASCII,
)
ENTERPRISE_BODY = pattern(
    r"""
    (?P<owner> [A-Z0-9 -]*? [A-Z0-9]) (?: [ ]?/[ ]?(?P<letter>[A-Z]) )?
    (?P<gap> [ -]? )
    (?P<number> [0-9]{1,12}[A-Z]? | X{2,} ) (?P<part> (?:\.[0-9]{1,4}){0,3} )
    """,
    re.VERBOSE | re.ASCII,
)
"""Owner, class letter and serial of an enterprise number, once its year is cut off."""

METROLOGY_CODE = pattern(r"(?P<code>JJ[FG]) ?\( ?(?P<issuer>[\u4e00-\u9fff]{1,6}) ?\)")
REGISTRATION_CODE = pattern(r"YZB ?/ ?(?P<issuer>[\u4e00-\u9fff]|[A-Z]{3}(?![A-Z]))")

LETTER_RUN = pattern(r"[A-Z]+ (?: (?: [ ]?[/\\_-][ ]? | [ ] ) [A-Z]+ ){0,4}", re.VERBOSE | re.ASCII)
"""Letters with the marks that people put between the pieces of a code."""
MARK = pattern(r" ?[/\\_-] ?| ")

SERIALS: dict[Serial, re.Pattern[str]] = {
    Serial.PLAIN: pattern(
        r"(?P<number>[0-9]+[A-HJKMNP-Z]?)(?P<part>(?:\.[0-9]+)*)(?![0-9A-Z.])", re.ASCII
    ),
    Serial.LETTERED: pattern(
        r"""
        (?P<number>
            (?:G:[ ]?)? [A-Z]{0,2} [ ]? [0-9]+
            (?: /[0-9](?![0-9]) )? (?: -[0-4][0-9](?![0-9]) )*
        )
        (?P<part> (?:\.[0-9]+)* ) (?![0-9A-Z.])
        """,
        re.VERBOSE | re.ASCII,
    ),
    Serial.DOUBLE: pattern(
        r"(?P<number>[0-9]{1,2}-[A-Z]?[0-9]+)(?P<part>(?:\.[0-9]+)*)(?![0-9A-Z.])", re.ASCII
    ),
    Serial.FOREIGN: pattern(
        r"""
        (?P<number> [A-Z]{0,2} [ .]? [0-9]+ (?:\.[0-9]+)* [A-Z]{0,2} )
        (?P<part> (?:-[A-Z]{0,2}[0-9]+[A-Z]?)* ) (?![0-9A-Z.])
        """,
        re.VERBOSE | re.ASCII,
    ),
}
"""The running number by kind of code."""

YEAR = pattern(
    r"""
    (?: (?P<mark>[-:]) | [ ]?(?P<colon>:)[ ]? | (?P<blank>[ ]) )
    (?P<year>[0-9]+) (?![0-9A-Z]) [ ]? (?P<word>年(?!版))?
    """,
    re.VERBOSE | re.ASCII,
)
LOST_PART_DOT = pattern(r" (?P<part>[0-9]{1,3})(?=-[0-9]{4}(?![0-9]))", re.ASCII)
TEMPLATE = pattern(
    r"""
    (?P<number> X{2,} | [0-9]+(?:\.[0-9]+)? (?=[- ](?:20)?XX) ) (?P<part>\.X{1,3})?
    (?: [- ](?P<year> [0-9]{4} | X{2,4} | 20XX ) )?
    """,
    re.VERBOSE | re.ASCII,
)
"""Serial and year of a draft that has no number yet."""

DEGREES = ("IDT", "MOD", "NEQ", "EQV", "REF")
DEGREE_SIGNS = {"≡": "IDT", "=": "EQV", "≠": "NEQ", "≈": None}
_DEGREE = "|".join(DEGREES)

REVERSED_ADOPTION = pattern(
    rf"(?P<foreign>[A-Z][^一-鿿]*?) ?\b(?P<degree>{_DEGREE})\b ?(?P<own>GB.*)", re.ASCII
)
ADOPTION_TAILS = (
    pattern(r" ?/ ?(?P<what>[A-Z][^()]*)", re.ASCII),
    pattern(rf" ?\(? ?(?P<degree>{_DEGREE})\b[ :]*(?P<what>[A-Z][^()]*?)\)?$", re.ASCII),
    pattern(rf" ?\((?P<what>[A-Z][^()]*?)(?:[,;、， ]+(?P<degree>{_DEGREE}))?\)", re.ASCII),
    pattern(r" ?\(?(?P<sign>[≡=≠≈]) ?(?P<what>[A-Z][^()]*?)\)?$", re.ASCII),
    pattern(rf"[ ,，]+(?P<degree>{_DEGREE})$", re.ASCII),
)

FOREIGN_WORD = pattern(
    r"(?:ISO|IEC|CAC|CX[SCGAM]|CODEX|ITU|OIML|CISPR|OECD|UN|EN|BS|DIN|NF|JIS|ASTM|ANSI|ASME|API|AOAC"
    r"|AOCS|IEEE|SAE|UL|GOST)(?![A-Z])",
    re.ASCII,
)
"""How the name of an adopted international or foreign document begins."""

_SHEET = r"第 ?(?P<sheet>[0-9]{1,2}|[一二三四五六七八九十]) ?号修改单"
AMENDMENT_TAILS = (
    pattern(r" ?[/ -] ?XG ?(?P<sheet>[0-9]{1,2})(?:-(?P<year>[0-9]{4}))?(?![0-9])", re.ASCII),
    pattern(r" ?\( ?XG ?(?P<sheet>[0-9]{1,2})(?:-(?P<year>[0-9]{4}))? ?\)", re.ASCII),
    pattern(rf" ?\((?:含|国家标准)?{_SHEET}\)", re.ASCII),
    pattern(rf" ?(?:国家标准)?{_SHEET}", re.ASCII),
)
FOREIGN_AMENDMENT = pattern(
    r" ?/ ?(?P<kind>AMD|COR) ?(?P<sheet>[0-9]{1,2})(?::(?P<year>[0-9]{4}))?(?![0-9])", re.ASCII
)
EDITION_TAIL = pattern(r" ?\( ?(?P<year>[0-9]{4}) ?年?版 ?\)| ?(?P<bare>[0-9]{4}) ?年版", re.ASCII)
REAFFIRMED_TAIL = pattern(
    r" ?\( ?R?(?P<year>[0-9]{4}) ?年?(?:复审)?(?:确认)?(?:有效)? ?\)", re.ASCII
)
ALL_PARTS_TAIL = pattern(r" ?\( ?(?:所有|全部|各)部分 ?\)| ?(?:所有|全部)部分| ?\(ALL PARTS\)")

RELATIONS = pattern(r"(?P<word>部分代替|部分替代|代替|替代|取代|被) ?:? ?(?=[A-Z《])", re.ASCII)
RELATION_WORDS = {
    "代替": "replaces",
    "替代": "replaces",
    "取代": "replaces",
    "部分代替": "replaces_part",
    "部分替代": "replaces_part",
    "被": "replaced_by",
}
REPLACED_TAIL = pattern(r" ?(?:所)?(?:代替|替代|取代)$")
FILE_EXTENSION = pattern(r"\.(?:PDF|DOCX?|WPS|TXT|CAJ|OFD|XLSX?)$")
TRAILING_PUNCTUATION = pattern(r"[ ,;:.、，。；：]+$")

PLAN_NUMBER = pattern(r"(?P<number>20[0-9]{6})-(?P<nature>[TQZ])-(?P<industry>[0-9]{3})", re.ASCII)
INDUSTRY_PLAN_NUMBER = pattern(
    r"(?P<number>20[0-9]{2}-[0-9]{4})(?P<nature>[TQZ]?)-(?P<industry>[A-Z]{2})", re.ASCII
)
FILING_NUMBER = pattern(r"(?P<number>[0-9]{5,6})-20[0-9]{2}", re.ASCII)
COMMITTEE = pattern(r"(?:[A-Z]{2,8} ?/ ?)?TC ?[0-9]+(?: ?/ ?(?:SC|WG|SWG|PC) ?[0-9]+){0,3}")
DATE = pattern(r"(?:19|20)[0-9]{2}([-./])[0-9]{1,2}(?:\1[0-9]{1,2})?", re.ASCII)
CODELESS = pattern(r"[0-9]{1,6}(?:\.[0-9]{1,4})?-(?:19|20)[0-9]{2}", re.ASCII)
SCRAMBLED = pattern(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)[- ](?P<code>[A-Z]{1,4}(?:/[A-Z]+)?)-(?P<year>[0-9]{4})",
    re.ASCII,
)
EMBEDDED = pattern(
    r"(?<![A-Z0-9/])[A-Z][A-Z0-9/]{0,12} ?[0-9]{1,6}[A-Z]?(?:\.[0-9]{1,4})?(?:-[0-9]{4})?(?![0-9])",
    re.ASCII,
)
"""Something in the middle of prose that may be a number: for suggestions only."""
