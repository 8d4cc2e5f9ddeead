"""Fuzzing of the wheel: whatever is handed in, only the documented errors come out, and the same payload in every form
gives the same verdict. Run by scripts/fuzz.sh; arguments are those of libFuzzer.
"""

from __future__ import annotations

import json
import math
import pickle
import sys
from array import array
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import atheris

with atheris.instrument_imports(include=["oz_status"]):
    import oz_status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

from oz_status import Decision, Folder, FolderStatus, OzStatusError, Resolution, StatusSet, Tally, Verdict

DOCUMENTED = (TypeError, ValueError, OverflowError)
RESOLUTIONS = list(Resolution)
WORST_FIRST = sorted(RESOLUTIONS, key=lambda resolution: -resolution.code)
TYPES = ["QUALITY", "biometry", "X", "ß"]


class Broken(Exception):  # noqa: N818
    """What the arguments themselves raise."""


class BrokenIndex:
    def __index__(self) -> int:
        raise Broken


class BrokenIterator:
    def __iter__(self) -> Iterator[Any]:
        yield "SUCCESS"
        raise Broken


class BrokenEquality(str):
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise Broken

    def __hash__(self) -> int:
        raise Broken


class BrokenArray:
    def __array__(self) -> Any:
        raise Broken


class WrongArray:
    def __array__(self, *_: object, **__: object) -> Any:
        return "no array"

    def __arrow_c_array__(self, requested_schema: object = None) -> Any:
        return (1, 2)


class Index(int):
    pass


class Word(str):
    __slots__ = ()


class Mapping(dict[Any, Any]):
    def items(self) -> Any:
        raise Broken


def released() -> memoryview:
    view = memoryview(b"[]")
    view.release()
    return view


def endless() -> list[Any]:
    found: list[Any] = []
    found.append(found)
    return found


VERDICT = oz_status.resolve(b'[{"type":"QUALITY","resolution":"SUCCESS"}]')

ODD: list[Callable[[], Any]] = [
    *(lambda value=value: value for value in (None, True, False, 0, 1, -1, 2**31, 2**63, 2**64, -(2**70), 1.5, 1j)),
    *(lambda value=value: value for value in (math.nan, math.inf, "", "SUCCESS", "finished", "\0", "\ud800", "ß" * 99)),
    *(lambda value=value: value for value in (b"", b"SUCCESS", b"\xff\xfe", (), range(3), object(), Resolution, len)),
    *(lambda value=value: value for value in (Resolution.FAILED, Decision.ACCEPT, FolderStatus.FAILED, VERDICT)),
    lambda: bytearray(b"[]"),
    lambda: memoryview(b"[]"),
    lambda: memoryview(bytes(range(24)))[::-2],
    lambda: memoryview(bytes(24)).cast("I"),
    lambda: memoryview(bytes(24)).cast("B", (2, 12)),
    lambda: memoryview(bytes(24)).cast("?"),
    lambda: memoryview(bytes(24)).cast("d"),
    released,
    lambda: array("i", [0, 2, 5]),
    lambda: array("q", [0, -1, 5]),
    lambda: array("d", [1.0]),
    lambda: array("u", "SUCCESS"),
    lambda: iter([]),
    lambda: iter(["SUCCESS"]),
    lambda: (1 // 1 for _ in range(2)),
    list,
    dict,
    set,
    lambda: ["SUCCESS", "failed"],
    lambda: [1, None],
    lambda: {"analyses": []},
    lambda: {1: 2},
    lambda: {"SUCCESS": 2, "FAILED": 2**64},
    lambda: {Resolution.SUCCESS: -1},
    lambda: Mapping(analyses=[]),
    endless,
    lambda: BrokenIndex(),
    lambda: BrokenIterator(),
    lambda: BrokenEquality("SUCCESS"),
    lambda: BrokenArray(),
    lambda: WrongArray(),
    lambda: Index(3),
    lambda: Word("SUCCESS"),
    lambda: StatusSet(["SUCCESS"]),
    lambda: Tally(["SUCCESS"]),
    lambda: Folder(),
]


class Choices:
    """A fuzzer's bytes, read as choices; when they end, zeros."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def byte(self) -> int:
        at = self.at
        self.at = at + 1
        return self.data[at] if at < len(self.data) else 0

    def some(self, most: int) -> bytes:
        begin = self.at + 1
        end = begin + self.byte() % (most + 1)
        self.at = end
        return self.data[begin:end]

    def rest(self) -> bytes:
        begin, self.at = self.at, len(self.data)
        return self.data[begin:]

    def any(self) -> bool:
        return self.at < len(self.data)

    def odd(self) -> Any:
        return ODD[self.byte() % len(ODD)]()


def outcome(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What a call gives, or its refusal; anything else that it raises is a finding."""
    try:
        return call(*args, **kwargs)
    except OzStatusError as error:
        assert error.code
        assert error.found is None or len(error.found.encode("utf-8", "surrogatepass")) <= 64
        return (error.code, error.path, error.found, error.line, error.column)
    except DOCUMENTED as error:
        return type(error)
    except (Broken, NotImplementedError):
        # raised by the argument itself, the latter by iterating a memoryview of two dimensions
        return Broken


def options(choices: Choices) -> dict[str, Any]:
    byte = choices.byte()
    asked: dict[str, Any] = {}
    if byte & 15:
        asked["require"] = [kind for bit, kind in enumerate(TYPES) if byte >> bit & 1]
    if byte & 16:
        asked["operator_review"] = False
    return asked


def payload(choices: Choices) -> None:
    asked, form = options(choices), choices.byte()
    octets = choices.rest()
    first = outcome(oz_status.resolve, octets, **asked)
    if form & 1:
        forms: list[Any] = [
            bytearray(octets),
            memoryview(octets),
            memoryview(bytes(b"".join(bytes([b, 0]) for b in octets)))[::2],
        ]
        assert outcome(oz_status.resolve, forms[form // 2 % 3], **asked) == first
    try:
        text = octets.decode()
    except UnicodeDecodeError:
        assert first[0] == "invalid_utf8"
        return
    assert outcome(oz_status.resolve, text, **asked) == first
    if not isinstance(first, Verdict):
        return
    written = first.to_json()
    assert json.loads(written) == first.to_dict()
    if form & 2:
        again = pickle.loads(pickle.dumps(first))
        assert again == first
        assert again.to_json() == written
        assert Folder.from_payload(octets).verdict(**asked) == first
    if form & 4:
        assert list(oz_status.resolve_many([octets, text], **asked)) == [first, first]
    if form & 8:
        seen = (first.decision, first.system_resolution, first.folder_status, first.is_final, first.is_pass)
        assert seen[4] == (seen[0] is Decision.ACCEPT)
        assert [finding.code for finding in first.findings] == [each["code"] for each in first.to_dict()["findings"]]
        assert first.groups is not None
        assert first.determining is not None
        assert first.required is not None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return
    # a dict has lost keys that stood twice, and the last digits of numbers: its own text is what to compare with
    plain = json.dumps(value)
    if "Infinity" not in plain and "NaN" not in plain:
        assert outcome(oz_status.resolve, value, **asked) == outcome(oz_status.resolve, plain, **asked)


KEYS = ["analyse_id", "analysis_id", "group_id", "folder_id", "type", "state", "resolution", "resolution_status"]
KEYS += ["time_updated", "time_created", "analyses", "system_resolution", "status", "results_data", "x"]
VALUES: list[Any] = [
    "SUCCESS",
    "declined",
    "FINISHED",
    "PROCESSING",
    "FAILED",
    "QUALITY",
    "BIOMETRY",
    "a",
    "b",
    "",
    None,
]
VALUES += [1700000000, 1700000000.5, "2024-03-01T10:00:07.8Z", 0, True, 2**70, [], {}, Resolution.DECLINED]


def value(choices: Choices, depth: int) -> Any:
    kind = choices.byte()
    if kind < 160:
        return VALUES[kind % len(VALUES)]
    if kind < 176:
        return choices.odd()
    if depth > 4:
        return kind
    if kind < 200:
        return [value(choices, depth + 1) for _ in range(choices.byte() % 4)]
    return mapping(choices, depth + 1)


def mapping(choices: Choices, depth: int) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for _ in range(choices.byte() % 8):
        key = choices.byte()
        found[KEYS[key % len(KEYS)] if key < 250 else key] = value(choices, depth)
    return found


def objects(choices: Choices) -> None:
    asked = options(choices)
    found = mapping(choices, 0) if choices.byte() & 1 else [mapping(choices, 1) for _ in range(choices.byte() % 4)]
    got = outcome(oz_status.resolve, found, **asked)
    try:
        text = json.dumps(found, allow_nan=False, default=str)
    except (TypeError, ValueError, RecursionError, Broken):
        assert not isinstance(got, Verdict)
        return
    if isinstance(got, Verdict):
        assert outcome(oz_status.resolve, text, **asked) == got


def folder(choices: Choices) -> None:
    observed, copied = Folder(), []
    while choices.any() and len(copied) < 8:
        sighting = choices.odd() if choices.byte() > 240 else mapping(choices, 1)
        before = observed.verdict()
        count = observed.sightings
        if outcome(observed.observe, sighting) is None:
            assert observed.sightings == count + 1
            copied.append(sighting)
        else:
            assert observed.sightings == count
            assert observed.verdict() == before
    asked = options(choices)
    assert outcome(observed.copy().verdict, **asked) == outcome(observed.verdict, **asked)
    backwards = Folder()
    for sighting in reversed(copied):
        outcome(backwards.observe, sighting)
    if backwards.sightings == observed.sightings:
        assert backwards.verdict(**asked).decision is observed.verdict(**asked).decision


def worst(codes: bytes) -> int:
    return max(codes, default=6)


def columns(choices: Choices) -> None:
    way = choices.byte()
    codes = choices.some(60)
    if way & 3:
        codes = bytes(code % 6 + 1 for code in codes)
    clean = all(1 <= code <= 6 for code in codes)
    form: Any = (
        [codes, bytearray(codes), memoryview(codes), array("B", codes), array("b", codes)][way // 4 % 5]
        if max(codes, default=0) < 128
        else codes
    )
    kind = "iIqQ"[way // 32 % 4]
    if choices.byte() & 1:
        cuts, end = [0], 0
        for step in choices.some(20):
            end += step % 8 if step < 240 else -1
            cuts.append(max(end, 0) if kind in "IQ" else end)
        valid = cuts == sorted(cuts) and cuts[0] >= 0 and cuts[-1] <= len(codes)
        got = outcome(oz_status.group_results, form, array(kind, cuts))
        if clean and valid:
            assert got == bytes(worst(codes[a:b]) for a, b in pairwise(cuts))
        else:
            assert isinstance(got, tuple)
        return
    groups = choices.byte() % 32
    index = [byte % 34 - (byte > 250 and kind in "iq") for byte in choices.rest()]
    got = outcome(oz_status.group_results_by, form, array(kind, index), groups)
    if clean and len(index) == len(codes) and all(0 <= group < groups for group in index):
        rows = list(zip(codes, index, strict=True))
        assert got == bytes(worst(bytes(code for code, of in rows if of == group)) for group in range(groups))
    else:
        assert isinstance(got, tuple)


def member(choices: Choices) -> Any:
    byte = choices.byte()
    if byte > 248:
        return choices.odd()
    one = RESOLUTIONS[byte % 6]
    return one if byte & 64 else str(one).lower() if byte & 32 else str(one)


def known(resolution: Any) -> Resolution | None:
    got = outcome(oz_status.join, resolution, resolution)
    return got if isinstance(got, Resolution) else None


def aggregates(choices: Choices) -> None:
    members = [member(choices) for _ in range(choices.byte() % 8)]
    words = [known(each) for each in members]
    sound = None not in words
    expected = max((each for each in words if each is not None), default=Resolution.INITIAL)
    result, bits, tally = (outcome(each, members) for each in (oz_status.group_result, StatusSet, Tally))
    if not sound:
        assert not isinstance(result, Resolution)
        assert not isinstance(bits, StatusSet)
        assert not isinstance(tally, Tally)
        return
    assert result is bits.result is tally.result is expected
    assert StatusSet.from_bits(bits.bits) == bits == tally.status_set
    assert sorted(bits) == sorted({each for each in words if each is not None})
    assert tally.total == len(members) == sum(tally.counts().values())
    while choices.any():
        before, step = tally.copy(), choices.byte() % 5
        one, other = member(choices), member(choices)
        if step == 0:
            done = outcome(tally.insert, one)
        elif step == 1:
            done = outcome(tally.remove, one)
        elif step == 2:
            done = outcome(tally.replace, one, other)
        elif step == 3:
            done = outcome(tally.merge, choices.odd())
        else:
            count = 1 << choices.byte() % 66
            done = outcome(lambda one=one, count=count: Tally.from_counts({one: count}))
            if isinstance(done, Tally):
                done = outcome(tally.merge, done)
        if done is not None:
            assert tally == before
        there = [each for each in WORST_FIRST if tally.count(each)]
        assert tally.result is (there[0] if there else Resolution.INITIAL)
    assert pickle.loads(pickle.dumps(tally)) == tally


TALLY = Tally(["SUCCESS", "FAILED"])
CALLS: list[Callable[..., Any]] = [
    oz_status.resolve,
    oz_status.group_result,
    oz_status.group_results,
    oz_status.join,
    oz_status.meet,
    Resolution,
    Decision,
    FolderStatus,
    StatusSet,
    StatusSet.from_bits,
    Tally,
    Tally.from_counts,
    Folder.from_payload,
    lambda one: Folder().observe(one),
    lambda one: list(oz_status.resolve_many(one)),
    lambda one: oz_status.resolve(b"[]", require=one),
    lambda one: oz_status.resolve(b"[]", operator_review=one),
    lambda one, other: oz_status.group_results_by(one, other, 3),
    lambda one, other: Tally(["SUCCESS"]).replace(one, other),
    lambda one: one in StatusSet(["SUCCESS"]),
    lambda one: StatusSet(["SUCCESS"]) | one,
    lambda one: TALLY + one,
    lambda one: TALLY.count(one),
    lambda one: one == TALLY,
    lambda one: one == VERDICT,
    lambda one: one > Resolution.FAILED,
]


def odd(choices: Choices) -> None:
    call = CALLS[choices.byte() % len(CALLS)]
    outcome(call, *(choices.odd() for _ in range(choices.byte() % 3 + 1)))


TASKS = [payload, objects, folder, columns, aggregates, odd]


def one(data: bytes) -> None:
    choices = Choices(data)
    TASKS[choices.byte() % len(TASKS)](choices)


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
