"""Columns out of everything that has the buffer protocol."""

from __future__ import annotations

import array
import ctypes
import itertools
import random

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oz_status import OzStatusError, Resolution, group_result, group_results, group_results_by

CODES = bytes([1, 3, 1, 5, 2])
OFFSETS = [0, 2, 2, 5]
EXPECTED = bytes([3, 6, 5])
INDEX = [2, 0, 2, 0, 2]
EXPECTED_BY = bytes([5, 6, 2])

OFFSET_TYPES = ["i4", "u4", "i8", "u8"]


def wide_codes() -> list[object]:
    doubled = numpy.repeat(numpy.frombuffer(CODES, "u1"), 2)
    backwards = numpy.frombuffer(CODES[::-1], "u1")[::-1]
    return [
        CODES,
        bytearray(CODES),
        memoryview(CODES),
        memoryview(CODES).cast("b"),
        memoryview(CODES).cast("c"),
        array.array("B", CODES),
        array.array("b", CODES),
        numpy.frombuffer(CODES, "u1"),
        numpy.frombuffer(CODES, "i1"),
        doubled[::2],
        backwards,
        memoryview(doubled)[::2],
        (ctypes.c_ubyte * 5)(*CODES),
    ]


def test_codes_of_every_kind() -> None:
    for codes in wide_codes():
        results = group_results(codes, array.array("i", OFFSETS))
        assert type(results) is bytearray
        assert results == EXPECTED
        assert group_results_by(codes, array.array("I", INDEX), 3) == EXPECTED_BY


@pytest.mark.parametrize("kind", OFFSET_TYPES)
@pytest.mark.parametrize("order", "<>=")
def test_offsets_of_every_kind(kind: str, order: str) -> None:
    dtype = numpy.dtype(kind).newbyteorder(order)
    offsets, index = numpy.array(OFFSETS, dtype), numpy.array(INDEX, dtype)
    unaligned = numpy.frombuffer(b"\0" + offsets.tobytes(), numpy.dtype([("pad", "u1"), ("x", dtype, (4,))]))["x"][0]
    frozen = offsets.copy()
    frozen.flags.writeable = False
    for each in (offsets, numpy.repeat(offsets, 3)[::3], offsets[::-1].copy()[::-1], unaligned, frozen):
        assert group_results(CODES, each) == EXPECTED
    for each in (index, numpy.repeat(index, 2)[::2]):
        assert group_results_by(CODES, each, 3) == EXPECTED_BY


def test_results_are_numpy_compatible_without_copying() -> None:
    results = group_results(CODES, array.array("q", OFFSETS))
    seen = numpy.asarray(results)
    assert seen.dtype == numpy.uint8
    results[0] = 1
    assert seen[0] == 1
    assert [Resolution(code) for code in seen] == [Resolution.SUCCESS, Resolution.INITIAL, Resolution.PROCESSING]


def test_empty_columns() -> None:
    empty = numpy.zeros(0, "u1")
    for codes in (b"", bytearray(), empty, memoryview(b"")):
        assert group_results(codes, array.array("i", [0])) == b""
        assert group_results(codes, array.array("i", [0, 0, 0])) == bytes([6, 6])
        assert group_results_by(codes, array.array("I"), 2) == bytes([6, 6])
        assert group_results_by(codes, empty.astype("u4"), 0) == b""
    for offsets in (array.array("i"), numpy.zeros(0, "i8"), numpy.zeros(0, ">i8")):
        with pytest.raises(OzStatusError) as refused:
            group_results(CODES, offsets)
        assert refused.value.code == "no_offsets"


@pytest.mark.parametrize(
    "column",
    [
        numpy.zeros(5),
        numpy.zeros(5, "?"),
        numpy.zeros(5, "c8"),
        numpy.zeros((5, 1), "u1"),
        numpy.zeros((), "u1"),
        numpy.zeros(5, "O"),
        numpy.zeros(5, "S1"),
        numpy.zeros(5, "M8[s]"),
        numpy.zeros(5, [("x", "u1")]),
        array.array("d", [1.0]),
        array.array("u", "abc"),
        numpy.zeros(5, "f2"),
        [1, 2],
        "SUCCESS",
        None,
        5,
        (1,),
        object(),
    ],
)
def test_what_is_no_column(column: object) -> None:
    for use in (
        lambda: group_results(column, array.array("i", [0])),
        lambda: group_results(CODES, column),
        lambda: group_results_by(column, array.array("I", INDEX), 3),
        lambda: group_results_by(CODES, column, 3),
    ):
        # numpy itself says ValueError of dates
        with pytest.raises((TypeError, ValueError)):
            use()


def test_wrong_widths() -> None:
    for codes in (array.array("H", list(CODES)), array.array("i", list(CODES)), numpy.zeros(5, "u8")):
        with pytest.raises(TypeError, match="codes must be bytes, not"):
            group_results(codes, array.array("i", OFFSETS))
    for narrow in (array.array("b", OFFSETS), array.array("H", OFFSETS), bytes(4)):
        with pytest.raises(TypeError, match="32-bit or 64-bit"):
            group_results(CODES, narrow)
        with pytest.raises(TypeError, match="32-bit or 64-bit"):
            group_results_by(CODES, narrow, 3)


TOLD = {
    "unknown_code": "the code of a resolution",
    "bad_offset": "an offset from the one before it to the number of codes",
    "bad_group": "a group of the output",
    "length_mismatch": "columns that fit together",
    "null": "an integer",
}


def refused(call: object) -> tuple[str, str, int | None, str | None]:
    assert callable(call)
    with pytest.raises(OzStatusError) as error:
        call()
    assert error.value.path in str(error.value)
    assert error.value.expected == TOLD[error.value.code]
    return error.value.code, error.value.path, error.value.row, error.value.found


def test_the_row_is_named() -> None:
    offsets, index = array.array("q", OFFSETS), numpy.array(INDEX)
    for code in (0, 7, 17, 255):
        codes = bytes([1, 1, 1, code, 1])
        found = ("unknown_code", "codes[3]", 3, str(code))
        assert refused(lambda codes=codes: group_results(codes, offsets)) == found
        assert refused(lambda codes=codes: group_results_by(codes, index, 3)) == found
    for wrong, row in (([0, 3, 2, 5], 2), ([0, 6, 6, 6], 1), ([-1, 2, 2, 5], 0), ([0, 2, 2, 2**62], 3)):
        column = array.array("q", wrong)
        assert refused(lambda column=column: group_results(CODES, column))[:3] == ("bad_offset", f"offsets[{row}]", row)
    for wrong, row in (([0, 3, 9, 0, 0], 1), ([0, 0, 0, 0, -1], 4)):
        for kind in ("i4", "i8"):
            column = numpy.array(wrong, kind)
            found = ("bad_group", f"group_index[{row}]", row, str(wrong[row]))
            assert refused(lambda column=column: group_results_by(CODES, column, 3)) == found
    huge = numpy.array([0, 0, 2**32, 0, 0], "u8")
    assert refused(lambda: group_results_by(CODES, huge, 3)) == ("bad_group", "group_index[2]", 2, str(2**32))
    short = numpy.array([0, 0], "u4")
    assert refused(lambda: group_results_by(CODES, short, 3))[:2] == ("length_mismatch", "group_index")


def test_a_masked_row_is_missing() -> None:
    masked = [False, True, False]
    codes = numpy.ma.array([1, 1, 1], "u1", mask=masked)
    offsets = numpy.ma.array([0, 3, 3], "i4", mask=masked)
    index = numpy.ma.array([0, 0, 0], "i4", mask=masked)
    plain = bytes([1, 1, 1])
    for column, call in [
        ("codes", lambda: group_results(codes, array.array("i", [0, 3]))),
        ("codes", lambda: group_results_by(codes, array.array("i", [0, 0, 0]), 1)),
        ("offsets", lambda: group_results(plain, offsets)),
        ("group_index", lambda: group_results_by(plain, index, 1)),
    ]:
        assert refused(call) == ("null", f"{column}[1]", 1, None)
    whole = numpy.ma.array([1, 3, 1], "u1")
    assert list(group_results(whole, array.array("i", [0, 3]))) == [3]
    assert list(group_results(codes[2:], array.array("i", [0, 1]))) == [1]


def test_wrong_numbers_of_groups() -> None:
    index = array.array("I", INDEX)
    for wrong in (-1, 2**64):
        with pytest.raises(OverflowError):
            group_results_by(CODES, index, wrong)
    for huge in (2**63, 2**62):
        with pytest.raises(MemoryError):
            group_results_by(CODES, index, huge)
    for wrong_type in (1.5, None, "3"):
        with pytest.raises(TypeError):
            group_results_by(CODES, index, wrong_type)
    assert group_results_by(CODES, index, numpy.int64(3)) == EXPECTED_BY


def test_a_buffer_is_let_go_of() -> None:
    codes, offsets = bytearray(CODES), bytearray(array.array("i", OFFSETS).tobytes())
    view = memoryview(offsets).cast("i")
    assert group_results(codes, view) == EXPECTED
    view.release()
    codes.append(1)
    offsets.append(1)
    with pytest.raises(ValueError, match="released"):
        group_results(codes, view)
    with pytest.raises(OzStatusError):
        group_results(bytearray([0]), array.array("i", [0, 1]))


def test_long_columns() -> None:
    source = random.Random(3)
    lengths = [source.randrange(20) for _ in range(30_000)]
    offsets = numpy.concatenate([[0], numpy.cumsum(lengths)])
    codes = bytes(source.choices(range(1, 7), k=int(offsets[-1])))
    index = numpy.repeat(numpy.arange(len(lengths)), lengths)
    expected = bytes(max(codes[a:b], default=6) for a, b in itertools.pairwise(offsets))
    for column in (codes, numpy.frombuffer(codes, "u1"), numpy.repeat(numpy.frombuffer(codes, "u1"), 2)[::2]):
        for kind in (*OFFSET_TYPES, ">i8"):
            assert group_results(column, offsets.astype(kind)) == expected
            assert group_results_by(column, index.astype(kind), len(lengths)) == expected


def test_columns_that_threads_share() -> None:
    groups = 700_001
    offsets = numpy.arange(groups + 1, dtype="i8") * 2
    codes = numpy.random.default_rng(1).integers(1, 7, groups * 2).astype("u1")
    expected = codes.reshape(-1, 2).max(axis=1)
    assert numpy.array_equal(group_results(codes, offsets), expected)
    assert numpy.array_equal(group_results(codes.tobytes(), offsets.astype("u4")), expected)
    for row in (0, 5, groups, 2 * groups - 1):
        wrong = codes.copy()
        wrong[row] = 7
        assert refused(lambda wrong=wrong: group_results(wrong, offsets)) == ("unknown_code", f"codes[{row}]", row, "7")
    for row in (1, groups // 2, groups):
        bad = offsets.copy()
        bad[row] = bad[row - 1] - 1
        assert refused(lambda bad=bad: group_results(codes, bad))[:3] == ("bad_offset", f"offsets[{row}]", row)


@given(st.lists(st.lists(st.sampled_from(list(Resolution)))))
def test_columns_are_group_results(groups: list[list[Resolution]]) -> None:
    codes = bytes(resolution.code for group in groups for resolution in group)
    offsets, index, end = array.array("i", [0]), array.array("I"), 0
    for number, group in enumerate(groups):
        end += len(group)
        offsets.append(end)
        index.extend([number] * len(group))
    expected = [group_result(group) for group in groups]
    assert [Resolution(code) for code in group_results(codes, offsets)] == expected
    assert [Resolution(code) for code in group_results_by(codes, index, len(groups))] == expected
