"""What is never written to: the folders of the members that a workspace lists."""

from pathlib import Path

from stdsys.cli.endings import CommandError
from stdsys.messages import _


def refuse_output_in_member(output: Path, root: Path) -> None:
    """Raise CommandError for an output in the folder of a member of the workspace at `root`.

    Only main files are read for this: it is asked before any work. A workspace that lies in the
    folder of its own member may be written in.
    """
    from stdsys.source.member_paths import read_head
    from stdsys.source.members import find_members

    head = read_head(root)
    if head is None or not head.members:
        return
    target, whole = output.resolve(), root.resolve()
    for member in find_members(root, head).members:
        folder = member.folder
        inside_whole = whole.is_relative_to(folder) and target.is_relative_to(whole)
        if target.is_relative_to(folder) and not inside_whole:
            raise CommandError(
                _(
                    "{path} lies in the folder of the member {member}, which is only read: "
                    "choose another place for the output",
                    path=output,
                    member=member.shown,
                )
            )
