"""Columns out of pyarrow, polars and pandas."""

from __future__ import annotations

import gc
import weakref

import numpy
import pandas
import polars
import pyarrow
import pytest
from oz_status import OzStatusError, group_results, group_results_by

CODES = [1, 3, 1, 5, 2]
OFFSETS = [0, 2, 2, 5]
EXPECTED = bytes([3, 6, 5])
INDEX = [2, 0, 2, 0, 2]
EXPECTED_BY = bytes([5, 6, 2])


def kinds(values: list[int], kind: str) -> list[object]:
    arrow = {"u1": pyarrow.uint8(), "i4": pyarrow.int32(), "i8": pyarrow.int64(), "u4": pyarrow.uint32()}[kind]
    pl = {"u1": polars.UInt8, "i4": polars.Int32, "i8": polars.Int64, "u4": polars.UInt32}[kind]
    whole = pyarrow.array(values, arrow)
    padded = pyarrow.array([9, 9, 9, *values, 9], arrow)
    halves = pyarrow.chunked_array([whole[:2], whole[2:2], whole[2:]])
    series = polars.Series(values, dtype=pl)
    return [
        whole,
        padded[3:-1],
        halves,
        pyarrow.chunked_array([whole]),
        series,
        polars.concat([series[:3], series[3:]], rechunk=False),
        pandas.Series(values, dtype=kind),
        pandas.Series(values, dtype=pandas.ArrowDtype(arrow)),
        pandas.Series(padded.to_numpy())[3:-1].astype(kind),
        pandas.Index(values, dtype=kind),
    ]


def test_every_library() -> None:
    for codes in kinds(CODES, "u1"):
        for kind in ("i4", "i8", "u4"):
            for offsets in kinds(OFFSETS, kind):
                assert group_results(codes, offsets) == EXPECTED, (type(codes), type(offsets))
            for index in kinds(INDEX, kind):
                assert group_results_by(codes, index, 3) == EXPECTED_BY, (type(codes), type(index))


def test_lists_of_arrow() -> None:
    lists = pyarrow.array([[1, 3], [], [1, 5, 2]], pyarrow.list_(pyarrow.uint8()))
    assert group_results(lists.values, lists.offsets) == EXPECTED
    assert group_results(lists[1:].values, lists[1:].offsets) == EXPECTED[1:]


def nulled(kind: str) -> list[object]:
    arrow = pyarrow.array([9, 1, 1, None, 1], kind)[1:]
    return [
        arrow,
        pyarrow.chunked_array([arrow[:1], arrow[1:2], arrow[2:]]),
        polars.Series([1, 1, None, 1], dtype=getattr(polars, {"uint8": "UInt8", "int64": "Int64"}[kind])),
        pandas.Series([1, 1, None, 1], dtype=pandas.ArrowDtype(arrow.type)),
    ]


def test_nulls_are_named_by_their_row() -> None:
    fine = numpy.array([0, 1, 2, 3])
    for codes in nulled("uint8"):
        for use in (
            lambda codes=codes: group_results(codes, fine),
            lambda codes=codes: group_results_by(codes, fine, 4),
        ):
            with pytest.raises(OzStatusError) as refused:
                use()
            assert (refused.value.code, refused.value.path, refused.value.row) == ("null", "codes[2]", 2)
    for offsets in nulled("int64"):
        with pytest.raises(OzStatusError) as refused:
            group_results(bytes(CODES), offsets)
        assert (refused.value.code, refused.value.path) == ("null", "offsets[2]")


def test_nulls_outside_a_slice_do_not_matter() -> None:
    codes = pyarrow.array([None, *CODES, None], pyarrow.uint8())[1:-1]
    assert group_results(codes, pyarrow.array(OFFSETS, pyarrow.int32())) == EXPECTED


def test_long_validity() -> None:
    values: list[int | None] = [1] * 1000
    values[777] = None
    with pytest.raises(OzStatusError) as refused:
        group_results(pyarrow.array(values, pyarrow.uint8())[5:], numpy.array([0]))
    assert refused.value.row == 772


@pytest.mark.parametrize(
    "column",
    [
        pyarrow.array([1.5]),
        pyarrow.array(["SUCCESS"]),
        pyarrow.array([True]),
        pyarrow.array([None]),
        pyarrow.array(["a"]).dictionary_encode(),
        pyarrow.array([1], pyarrow.uint8()).dictionary_encode(),
        pyarrow.array([[1]]),
        pyarrow.table({"x": [1]}),
        polars.Series(["SUCCESS"]),
        polars.DataFrame({"x": [1]}),
        polars.Series([[1]]),
        pandas.Series(["SUCCESS"]),
        pandas.Series([1.5]),
        pandas.DataFrame({"x": [1]}),
        pandas.Series(["a"], dtype="category"),
        pyarrow.array([1], pyarrow.date32()),
    ],
)
def test_what_is_no_column_of_integers(column: object) -> None:
    for use in (lambda: group_results(column, numpy.array([0])), lambda: group_results(bytes(CODES), column)):
        with pytest.raises((TypeError, ValueError)):
            use()


def test_wrong_widths() -> None:
    for wide in (pyarrow.array(CODES), polars.Series(CODES), pandas.Series(CODES)):
        with pytest.raises(TypeError, match="codes must be bytes, not 64-bit"):
            group_results(wide, numpy.array(OFFSETS))


def test_empty() -> None:
    none = pyarrow.array([], pyarrow.uint8())
    for codes in (
        none,
        pyarrow.chunked_array([none, none]),
        pyarrow.chunked_array([], pyarrow.uint8()),
        polars.Series([], dtype=polars.UInt8),
    ):
        assert group_results(codes, pyarrow.array([0, 0], pyarrow.int32())) == bytes([6])


def test_a_stream_that_fails_or_lies() -> None:
    class Fails:
        def __arrow_c_stream__(self, requested_schema=None):
            raise KeyError("no stream")

    class Lies:
        def __arrow_c_array__(self, requested_schema=None):
            return (1, 2)

    class Swaps:
        def __arrow_c_array__(self, requested_schema=None):
            return pyarrow.array(CODES, pyarrow.uint8()).__arrow_c_array__()[::-1]

    with pytest.raises(KeyError):
        group_results(Fails(), numpy.array([0]))
    for wrong in (Lies(), Swaps()):
        with pytest.raises((TypeError, ValueError)):
            group_results(wrong, numpy.array([0]))


def test_a_consumed_capsule() -> None:
    capsules = pyarrow.array(CODES, pyarrow.uint8()).__arrow_c_array__()
    pyarrow.Array._import_from_c_capsule(*capsules)

    class Used:
        def __arrow_c_array__(self, requested_schema=None):
            return capsules

    with pytest.raises(BufferError):
        group_results(Used(), numpy.array([0]))


def test_memory_is_released() -> None:
    before = pyarrow.total_allocated_bytes()
    owner = numpy.ones(1000, "u1")
    gone = weakref.ref(owner)
    codes: object = pyarrow.array(owner)
    for _ in range(100):
        group_results(codes, pyarrow.array([0, 1000], pyarrow.int64()))
        group_results(pyarrow.chunked_array([codes, codes]), pyarrow.array([0, 2000], pyarrow.int64()))
    del codes, owner
    gc.collect()
    assert gone() is None
    assert pyarrow.total_allocated_bytes() <= before


def test_an_extension_type_means_something_else() -> None:
    for column in (pyarrow.array([True, True]).cast(pyarrow.bool8()), polars.Series([True, True])):
        with pytest.raises(TypeError, match="plain integers"):
            group_results(column, numpy.array([0, 2], "i4"))
    named = pyarrow.schema([pyarrow.field("a", pyarrow.uint8(), metadata={"unit": "code", "": "x"})])
    column = pyarrow.table([pyarrow.array([1, 3], pyarrow.uint8())], schema=named).column("a")
    assert bytes(group_results(column, numpy.array([0, 2], "i4"))) == bytes([3])
