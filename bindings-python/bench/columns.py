"""Ten million rows in two and a half million groups, beside the engines, each given the layout it likes best."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import numpy
import polars
import pyarrow
from oz_status import group_results, group_results_by
from race import race

GROUPS = 2_500_000


def run() -> None:
    """Prints a table for runs cut by offsets, and one for group numbers beside the rows."""
    random = numpy.random.default_rng(7)
    lengths = random.integers(1, 8, GROUPS)
    offsets = numpy.concatenate([[0], numpy.cumsum(lengths)]).astype("i8")
    rows = int(offsets[-1])
    codes = random.integers(1, 7, rows).astype("u1")
    runs(codes, offsets)
    index = numpy.repeat(numpy.arange(GROUPS, dtype="u4"), lengths)
    shuffled = random.permutation(rows)
    numbers(codes[shuffled], index[shuffled])


def runs(codes: numpy.ndarray, offsets: numpy.ndarray) -> None:
    arrow = pyarrow.LargeListArray.from_arrays(pyarrow.array(offsets), pyarrow.array(codes))
    narrow = offsets.astype("i4")
    lists = polars.Series(arrow)
    frame = polars.DataFrame({"codes": lists})
    duck = duckdb.connect()
    duck.register("source", pyarrow.table({"codes": arrow}))
    duck.execute("create table folders as select * from source")
    octets = codes.tobytes()
    starts = offsets[:-1]
    expected = group_results(codes, offsets)
    same(expected, numpy.maximum.reduceat(codes, starts))
    same(expected, frame.select(polars.col("codes").list.max()).to_series().to_numpy())
    same(expected, duck.sql("select list_max(codes) as worst from folders").fetchnumpy()["worst"])
    rivals = {
        "numpy maximum.reduceat": lambda: size(numpy.maximum.reduceat(codes, starts)),
        "polars list.max": lambda: size(lists.list.max()),
        "DuckDB list_max, to Arrow": lambda: size(duck.sql("select list_max(codes) from folders").to_arrow_table()),
    }
    race(
        f"{len(codes) / 1e6:.1f} million rows in {GROUPS / 1e6} million groups by offsets",
        {
            "group_results(numpy u1, numpy i4)": lambda: size(group_results(codes, narrow)),
            "group_results(numpy u1, numpy i8)": lambda: size(group_results(codes, offsets)),
            "group_results(bytes, numpy i8)": lambda: size(group_results(octets, offsets)),
            "group_results(pyarrow values, pyarrow offsets)": lambda: size(group_results(arrow.values, arrow.offsets)),
            **rivals,
        },
        dict.fromkeys(rivals, 10),
    )


def numbers(codes: numpy.ndarray, index: numpy.ndarray) -> None:
    frame = polars.DataFrame({"folder": index, "code": codes})
    duck = duckdb.connect()
    duck.register("source", frame.to_arrow())
    duck.execute("create table rows as select * from source")
    expected = group_results_by(codes, index, GROUPS)
    wide = index.astype("i8")

    def at() -> numpy.ndarray:
        worst = numpy.zeros(GROUPS, "u1")
        numpy.maximum.at(worst, index, codes)
        return worst

    def grouped() -> polars.DataFrame:
        return frame.group_by("folder").agg(polars.col("code").max())

    query = "select folder, max(code) as code from rows group by folder"
    same(expected, at())
    same(expected, grouped().sort("folder")["code"].to_numpy())
    same(expected, duck.sql(f"{query} order by folder").fetchnumpy()["code"])
    contenders: dict[str, Callable[[], int]] = {
        "group_results_by(numpy u1, numpy u4)": lambda: size(group_results_by(codes, index, GROUPS)),
        "group_results_by(numpy u1, numpy i8)": lambda: size(group_results_by(codes, wide, GROUPS)),
        "numpy maximum.at": lambda: size(at()),
        "polars group_by": lambda: size(grouped()),
        "DuckDB group by, to Arrow": lambda: size(duck.sql(query).to_arrow_table()),
    }
    race(f"{len(codes) / 1e6:.1f} million rows in {GROUPS / 1e6} million groups by number", contenders, {})


def same(expected: bytearray, found: object) -> None:
    assert numpy.array_equal(numpy.asarray(expected), numpy.asarray(found)), "the answers differ"


def size(result: object) -> int:
    return len(result)  # type: ignore[arg-type]
