"""Why a text is no standard number, and what could be made out of it nevertheless."""

from msgspec import Struct

from stdsys.numbers.kinds import Nature, Tier


class Fragments(Struct, frozen=True):
    """What is certain about a text that is not accepted as a standard number."""

    tier: Tier = Tier.NONE
    code: str | None = None
    organisation: str | None = None
    nature: Nature | None = None
    number: str | None = None
    part: str | None = None
    year: int | None = None
    canonical: str | None = None


class Refusal(Exception):  # noqa: N818 - an answer that leaves the reader early, not an error
    """A text is not accepted: the flags say why, the suggestion what may be meant."""

    def __init__(
        self,
        *flags: str,
        fragments: Fragments | None = None,
        suggestion: str | None = None,
        prose: bool = False,
    ) -> None:
        super().__init__(*flags)
        self.flags = flags
        self.fragments = fragments or Fragments()
        self.suggestion = suggestion
        self.prose = prose
