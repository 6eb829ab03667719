"""The small workspace in which every rule's samples are checked, and a sample that many share."""

from stdsys.rules.rule import Sample

PRELUDE = """\
workspace: {format: 1, name: sample, title: 示例标准体系, as_of: 2026-11-22}
stages:
  - {id: growing, name: 示例种植}
  - {id: processing, name: 示例加工}
aspects:
  - {id: quality, name: 示例质量, category: 产品}
  - {id: safety, name: 示例安全, category: 安全}
organisations:
  - {id: office, name: 示例主管局}
  - {id: guild, name: 示例协会, own: true}
"""
"""`stdsys.yaml` of the sample workspace. Region, organisations and standards are invented."""

SOUND_RECORD = Sample(
    """\
standards:
  - number: GB/T 99001-2020
    title: 示例种植规范
"""
)
"""The good sample of rules on how a file is written: nothing is wrong with it."""


def sample_files(sample: Sample) -> dict[str, bytes]:
    """Return the files of a sample's workspace, by path."""
    content = sample.text.encode(sample.encoding)
    beside = {"county/stdsys.yaml": sample.member.encode()} if sample.member else {}
    if sample.text.startswith("workspace:") or "\nworkspace:" in sample.text:
        return {"stdsys.yaml": content, **beside}
    return {"stdsys.yaml": PRELUDE.encode(), "sample.yaml": content, **beside}


def sample_file(sample: Sample) -> str:
    """Return the path of the file that holds the sample's text."""
    return "sample.yaml" if "sample.yaml" in sample_files(sample) else "stdsys.yaml"
