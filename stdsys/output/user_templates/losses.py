"""What of a user's workbook does not survive being filled in; said, never silently dropped."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from stdsys.messages import Text, _

_SHAPE = re.compile(rb"<(?:\w+:)?(?:sp|cxnSp|grpSp)[ >]")

_PARTS: tuple[tuple[Callable[[str], bool], Text], ...] = (
    (lambda name: name.endswith("vbaproject.bin"), _("macros")),
    (lambda name: "/embeddings/" in name, _("embedded documents")),
    (lambda name: "/ctrlprops/" in name or "/activex/" in name, _("buttons and other controls")),
    (lambda name: "/externallinks/" in name, _("links to other workbooks")),
)


def losses(content: bytes) -> Iterator[Text]:
    """Yield what a workbook holds that will be missing in the one that is filled in."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = {name.lower(): name for name in package.namelist()}
        lost = [text for holds, text in _PARTS if any(map(holds, names))]
        drawings = [n for low, n in names.items() if low.startswith("xl/drawings/drawing")]
        if any(_SHAPE.search(package.read(name)) for name in drawings):
            lost.append(_("text boxes and drawn shapes"))
        if any(low.startswith("xl/media/") for low in names) and find_spec("PIL") is None:
            lost.append(_("pictures (install Pillow to keep them)"))
        sheets = [n for low, n in names.items() if low.startswith("xl/worksheets/sheet")]
        if any(b"<extLst" in package.read(name) for name in sheets):
            lost.append(_("newer kinds of conditional formats, drop-down lists and sparklines"))
        if any(low.endswith((".emf", ".wmf")) for low in names):
            lost.append(_("pictures in the formats EMF and WMF"))
    if lost:
        yield _("what cannot be kept of the template: {names}", names=tuple(lost))
