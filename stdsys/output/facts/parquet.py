"""Fact tables as parquet, through pyarrow, which is installed by the extra `facts`."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from stdsys.output.facts.columns import FactTable, Kind

_TYPES = {
    Kind.TEXT: pa.string(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.DATE: pa.date32(),
    Kind.TEXTS: pa.list_(pa.string()),
}


def write_parquet(table: FactTable, path: Path) -> None:
    """Write a table with real types; equal tables give equal bytes."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array(values, type=_TYPES[kind])
        for values, (_name, kind) in zip(columns, table.columns, strict=True)
    ]
    names = [name for name, _kind in table.columns]
    written = pa.Table.from_arrays(arrays, names=names)
    pq.write_table(written, path, compression="zstd", store_schema=False)
