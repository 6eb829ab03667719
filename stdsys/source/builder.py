"""YAML text to plain data; what is wrong becomes problems.

Plain documents are read by their lines; for any other libyaml is loaded.
"""

from msgspec import Struct

from stdsys.source.decoding import Problem
from stdsys.source.plain_lines import Data, read_plain


class Built(Struct, frozen=True):
    """A document's data and what is wrong with it; without usable data `data` is None.

    `stated`: no value is missing anywhere in it, as far as is known.
    """

    data: Data
    problems: tuple[Problem, ...] = ()
    stated: bool = False


def build(text: str) -> Built:
    """Build the data of a YAML document; never raises for anything the text says.

    Scalars stay as written, types are not resolved. A pair without a value has the value None.
    Aliases share one object. Merge keys are honoured, own keys win. Of a duplicate key
    the first value is kept. An empty document and an unusable one have the data None.
    """
    plain = read_plain(text)
    if plain is not None:
        return Built(plain.data, stated=plain.stated)
    from stdsys.source.event_data import build_from_events

    return Built(*build_from_events(text))
