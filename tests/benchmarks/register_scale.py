"""`python -m tests.benchmarks.register_scale [N]`: a register of N invented standards, measured.

By far the most are enterprise standards, as in a nation's lists. Prints the time and memory of the
import, the size of the register, and how long 10,000 numbers and some searches take.
"""

import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from stdsys.intake.register_import import import_lists
from stdsys.register.reading import Register

_HEAD = ("标准编号", "标准名称", "标准状态", "发布日期", "实施日期", "代替标准")
_CROPS = ("茶叶", "油茶", "桂花", "莲藕", "枇杷", "柑橘", "竹笋", "水稻", "小麦", "蜂蜜", "蔬菜")
_TOPICS = ("种植", "加工", "储运", "包装", "检验", "分级", "追溯", "销售", "冷链", "安全")
_ENDS = ("技术规范", "技术规程", "通用要求", "导则", "试验方法", "质量要求", "评价规范")
_CODES = ("GB", "GB/T", "NY/T", "SB/T", "LY/T", "DB42/T", "DB43/T")
_OWNERS = 200_000


def rows(count: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a list of so many invented standards, always the same."""
    chance = random.Random(seed)
    for index in range(count):
        year = chance.randrange(2000, 2026)
        if index % 5 == 4:
            stem = f"{chance.choice(_CODES)} {index // 5 % 99_999 + 1}"
        else:
            stem = f"Q/SL{index % _OWNERS:06d} {index // _OWNERS + 1:03d}S"
        title = chance.choice(_CROPS) + chance.choice(_TOPICS) + chance.choice(_ENDS)
        part = f" 第{chance.randrange(1, 30)}部分：{chance.choice(_TOPICS)}"
        replaces = f"{stem}-{year - 7}" if chance.random() < 0.15 else ""
        yield (
            f"{stem}-{year}",
            title + part,
            "现行" if chance.random() < 0.8 else "废止",
            f"{year}-03-{chance.randrange(1, 29):02d}",
            f"{year}-09-01",
            replaces,
        )


def main(count: int) -> None:
    """Make the list, import it, ask it."""
    with tempfile.TemporaryDirectory() as folder:
        table, path = Path(folder) / "list.csv", Path(folder) / "register.sqlite"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(_HEAD)
            csv.writer(file).writerows(rows(count))
        started = time.perf_counter()
        import_lists([table], path, dated="2026-11-01", source=None, mapping={})
        took = time.perf_counter() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        size = path.stat().st_size >> 20
        print(f"{count} rows: import {took:.1f} s, {memory} MiB; register {size} MiB")
        asked = [row[0] for row in islice(rows(count), 0, None, max(count // 10_000, 1))]
        with Register(path) as register:
            for label, ask in (
                ("10,000 numbers", lambda: register.lookup(asked)),
                ("油茶", lambda: register.search("油茶")),
                ("GB/T 999", lambda: register.search("GB/T 999")),
            ):
                started = time.perf_counter()
                ask()
                print(f"{label}: {time.perf_counter() - started:.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
