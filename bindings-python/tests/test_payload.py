"""What may be handed to `resolve`, and what happens to the rest."""

from __future__ import annotations

import array
import json
import mmap
import tempfile
from collections import OrderedDict

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oz_status import Decision, Folder, OzStatusError, Resolution, Verdict, resolve, resolve_many

TEXT = '[{"analyse_id":"ä\\u00e9","type":"QUALITY","resolution":"SUCCESS"}]'
EXPECTED = resolve(TEXT)


class Text(str):
    __slots__ = ()


class Octets(bytes):
    __slots__ = ()


def test_every_kind_of_text() -> None:
    octets = TEXT.encode()
    with tempfile.TemporaryFile() as file:
        file.write(octets)
        file.flush()
        mapped = mmap.mmap(file.fileno(), 0)
        assert resolve(mapped) == EXPECTED
        mapped.close()
    doubled = bytes(byte for byte in octets for _ in (0, 1))
    for payload in (
        TEXT,
        Text(TEXT),
        octets,
        Octets(octets),
        bytearray(octets),
        memoryview(octets),
        memoryview(bytearray(octets)),
        memoryview(doubled)[::2],
        array.array("B", octets),
        numpy.frombuffer(octets, "u1"),
        json.loads(TEXT),
    ):
        assert resolve(payload) == EXPECTED, type(payload)
        assert Folder.from_payload(payload).verdict() == EXPECTED


@pytest.mark.parametrize(
    "payload",
    [
        None,
        1,
        1.5,
        True,
        (),
        set(),
        object(),
        iter([]),
        TEXT.split,
        numpy.zeros(3),
        array.array("i", [1]),
        memoryview(b"abcd").cast("B", (2, 2)),
        range(3),
        Decision.ACCEPT,
        EXPECTED,
    ],
)
def test_other_types_are_type_errors(payload: object) -> None:
    for use in (resolve, Folder.from_payload, Folder().observe):
        with pytest.raises(TypeError):
            use(payload)


def refusal(payload: object, **options: object) -> OzStatusError:
    with pytest.raises(OzStatusError) as refused:
        resolve(payload, **options)
    assert isinstance(refused.value, ValueError)
    assert refused.value.code in str(refused.value)
    return refused.value


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ("", "invalid_json"),
        (b"", "invalid_json"),
        (bytearray(), "invalid_json"),
        (memoryview(b""), "invalid_json"),
        ("\0", "invalid_json"),
        (b"[]\0", "invalid_json"),
        ("\ufeff[]", "invalid_json"),
        (b"\xff", "invalid_utf8"),
        ("[]" + "\ud800", "invalid_utf8"),
        ('["\ud800"]', "invalid_utf8"),
        ({}, "missing_analyses"),
        ({"analyses": None}, "missing_analyses"),
        ([None], "wrong_shape"),
        ([[]], "wrong_shape"),
        ("null", "wrong_shape"),
        ({"analyses": [{"resolution": "DNOE"}]}, "unknown_word"),
        ([{"state": "FINISHED"}], "missing_outcome"),
        ({"analyses": [], "x": float("nan")}, "invalid_json"),
        ([{"time_updated": float("inf")}], "invalid_json"),
        ({"analyses": [], 1: 2}, "wrong_type"),
        ([{"resolution": "SUCCESS", "x": [({None: 1},)]}], "wrong_type"),
        ([{"analyse_id": "\ud800", "resolution": "SUCCESS"}], "invalid_json"),
        ([{"analyse_id": ""}], "empty_name"),
        ([{"resolution": True}], "wrong_type"),
    ],
)
def test_refusals(payload: object, code: str) -> None:
    assert refusal(payload).code == code


def test_surrogates_that_are_not_read_pass_as_escapes() -> None:
    payload = [{"resolution": "SUCCESS", "note": "\ud800"}]
    assert resolve(payload) == resolve('[{"resolution":"SUCCESS","note":"\\ud800"}]')


def test_errors_say_where() -> None:
    error = refusal('{"analyses":[\n  {"state":}\n]}')
    assert (error.code, error.line, error.column, error.path) == ("invalid_json", 2, 12, "")
    error = refusal([{"resolution": "SUCCESS"}, {"resolution": "FINISHED"}])
    assert (error.code, error.path, error.found) == ("word_not_allowed", "analyses[1].resolution", "FINISHED")
    assert error.expected is not None
    assert error.expected.startswith("one of SUCCESS")


def test_dicts_that_json_cannot_say() -> None:
    for value in (b"SUCCESS", {1, 2}, object(), Decision, 1j):
        with pytest.raises(TypeError):
            resolve([{"resolution": value}])
    endless: list[object] = []
    endless.append(endless)
    assert refusal(endless).code == "invalid_json"
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert refusal([{"resolution": "SUCCESS", "x": deep}]).code == "invalid_json"
    while deep:  # taken apart by hand: the interpreter does it by recursion
        deep = deep[0]  # type: ignore[assignment]


def test_members_and_subclasses_in_dicts() -> None:
    assert resolve([OrderedDict(resolution=Resolution.DECLINED)]).decision is Decision.REJECT
    assert resolve({Text("analyses"): [{"resolution": Text("SUCCESS")}]}).decision is Decision.ACCEPT


def test_text_may_nest_as_deep_as_it_likes() -> None:
    deep = "[" * 200_000 + "]" * 200_000
    assert resolve(f'[{{"resolution":"SUCCESS","x":{deep}}}]').decision is Decision.ACCEPT


def test_require_takes_one_word_or_many() -> None:
    payload = b'[{"type":"QUALITY","resolution":"SUCCESS"}]'
    for one in (
        "QUALITY",
        "liveness",
        ["quality"],
        ("QUALITY",),
        {"QUALITY"},
        iter(["QUALITY"]),
        {"QUALITY": 1},
        (word for word in ["QUALITY", "LIVENESS"]),
        Text("QUALITY"),
    ):
        verdict = resolve(payload, require=one)
        assert [each.type for each in verdict.required] == ["QUALITY"]
        assert verdict.is_pass
    for nothing in ((), [], set()):
        assert resolve(payload, require=nothing) == resolve(payload)
    assert not resolve(payload, require="BIOMETRY").is_pass


def test_an_iterator_that_is_used_up_requires_nothing_no_more() -> None:
    payload = b'[{"type":"QUALITY","resolution":"SUCCESS"}]'
    words = map(str.upper, ["biometry"])
    assert not resolve(payload, require=words).is_pass
    with pytest.raises(TypeError, match="used up"):
        resolve(payload, require=words)
    with pytest.raises(TypeError, match="used up"):
        Folder().verdict(require=iter(()))


def test_wrong_options() -> None:
    for require in (None, 1, b"QUALITY", ["QUALITY", None], [b"QUALITY"], [["QUALITY"]], True, object()):
        with pytest.raises(TypeError):
            resolve(b"[]", require=require)
        with pytest.raises(TypeError):
            resolve_many([], require=require)
    for review in (None, 1, 0, "no", []):
        with pytest.raises(TypeError):
            resolve(b"[]", operator_review=review)
    with pytest.raises(TypeError):
        resolve(b"[]", requires="QUALITY")
    with pytest.raises(TypeError):
        resolve(b"[]", ["QUALITY"])
    with pytest.raises(TypeError):
        resolve()
    for require, path in (("", "require[0]"), (["QUALITY", ""], "require[1]")):
        error = refusal(b"[]", require=require)
        assert (error.code, error.path) == ("empty_name", path)
    assert refusal(b"[]", require=["A", "\ud800"]).path == "require[1]"
    with pytest.raises(ZeroDivisionError):
        resolve(b"[]", require=(1 // 0 for _ in [0]))


def test_operator_review() -> None:
    payload = b'[{"resolution":"OPERATOR_REQUIRED"}]'
    assert resolve(payload).findings == ()
    assert resolve(payload, operator_review=False).findings[0].code == "operator_required_not_enabled"


def test_many() -> None:
    bad: list[object] = [b"x", None, 7, "\ud800", {"analyses": [], 1: 1}, b""]
    outcomes = list(resolve_many([TEXT, *bad, TEXT]))
    assert outcomes[0] == outcomes[-1] == EXPECTED
    refused = outcomes[1:-1]
    assert all(isinstance(error, OzStatusError) for error in refused)
    assert [error.code for error in refused if isinstance(error, OzStatusError)] == [
        "invalid_json",
        "wrong_type",
        "wrong_type",
        "invalid_utf8",
        "wrong_type",
        "invalid_json",
    ]
    assert all(error.__traceback__ is None for error in refused if isinstance(error, OzStatusError))


def test_many_is_lazy_and_passes_on_what_is_no_fault_of_a_payload() -> None:
    taken = []

    def source():
        for number in range(3):
            taken.append(number)
            yield b"[]"
        raise KeyError("source")

    outcomes = resolve_many(source(), require="QUALITY")
    assert taken == []
    assert isinstance(next(outcomes), Verdict)
    assert taken == [0]
    assert iter(outcomes) is outcomes
    with pytest.raises(KeyError):
        list(outcomes)
    for one in (b"[]", "[]", {}, 5, None):
        with pytest.raises(TypeError):
            resolve_many(one)
    assert list(resolve_many([])) == []


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
keys = st.sampled_from(
    ["analyses", "analyse_id", "group_id", "state", "resolution", "type", "time_updated", "folder_id"]
)
values = st.recursive(
    scalars | st.sampled_from(["SUCCESS", "FINISHED", "PROCESSING", "QUALITY"]),
    lambda inner: st.lists(inner) | st.dictionaries(keys | st.text(), inner),
)


@given(st.lists(values) | st.dictionaries(keys, values) | st.lists(st.dictionaries(keys, values)))
def test_dicts_go_the_way_of_text(payload: object) -> None:
    try:
        expected: object = resolve(json.dumps(payload, separators=(",", ":")))
    except OzStatusError as error:
        refused = refusal(payload)
        assert (refused.code, refused.path, str(refused)) == (error.code, error.path, str(error))
    else:
        assert resolve(payload) == expected


@given(st.binary())
def test_bytes_by_chance(payload: bytes) -> None:
    (outcome,) = resolve_many([payload])
    assert isinstance(outcome, (Verdict, OzStatusError))
