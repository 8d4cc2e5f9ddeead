"""The enums: complete, ordered by severity, and never silently wrong."""

from __future__ import annotations

import copy
import json
import pickle
import random
import typing
from enum import Enum

import numpy
import oz_status
import pytest
from oz_status import AnalysisState, ComparisonWarning, Decision, FolderStatus, OzStatusError, Resolution, _native

ENUMS: list[type[Enum]] = [Resolution, FolderStatus, AnalysisState, Decision]
ORDERED = [Resolution, FolderStatus, AnalysisState]
MEMBERS = [member for enum in ENUMS for member in enum]


def test_members_are_those_of_core() -> None:
    assert {enum.__name__ for enum in ENUMS} == set(_native.VOCABULARIES)
    for enum in ENUMS:
        # the order of definition too: the best first
        assert [(m.name, m.code) for m in enum] == list(_native.VOCABULARIES[enum.__name__].items())
        assert [m.value for m in enum] == [m.name for m in enum]
    codes = [member.code for member in MEMBERS]
    assert len(set(codes)) == len(codes)
    assert 0 not in codes


def test_literals_are_those_of_core() -> None:
    assert typing.get_args(oz_status.FindingCode) == _native.FINDING_CODES
    assert typing.get_args(oz_status.Reading) == _native.READINGS


@pytest.mark.parametrize("enum", ORDERED)
def test_order_is_severity(enum: type[Resolution]) -> None:
    members = list(enum)
    shuffled = random.Random(1).sample(members, len(members))
    assert sorted(shuffled) == members
    assert max(shuffled) is members[-1]
    assert min(shuffled) is members[0]
    for i, a in enumerate(members):
        for j, b in enumerate(members):
            assert (a < b, a <= b, a > b, a >= b, a == b) == (i < j, i <= j, i > j, i >= j, i == j)


def test_different_vocabularies_and_words_have_no_order() -> None:
    others: list[object] = ["SUCCESS", "FAILED", 1, 1.5, None, b"FAILED"]
    for member in MEMBERS:
        for other in [*MEMBERS, *others]:
            if type(other) is type(member) and type(member) is not Decision:
                continue
            for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
                with pytest.raises(TypeError):
                    {
                        "__lt__": lambda a, b: a < b,
                        "__le__": lambda a, b: a <= b,
                        "__gt__": lambda a, b: a > b,
                        "__ge__": lambda a, b: a >= b,
                    }[compare](member, other)


def test_made_from_words_and_codes() -> None:
    for member in MEMBERS:
        enum = type(member)
        for value in (member, member.name, member.name.lower(), member.name.title(), member.code):
            assert enum(value) is member
        assert enum(numpy.uint8(member.code)) is member


@pytest.mark.parametrize("word", ["", "SUCCES", "SUCCESS ", "ſuccess", "\0", "x" * 100_000, "DECLİNED"])
def test_unknown_words(word: str) -> None:
    for enum in ENUMS:
        with pytest.raises(OzStatusError) as refused:
            enum(word)
        assert refused.value.code == "unknown_word"
        assert len((refused.value.found or "").encode()) <= 64


def test_words_of_another_vocabulary() -> None:
    for word, enum in [("FINISHED", Resolution), ("SUCCESS", FolderStatus), ("INITIAL", AnalysisState)]:
        with pytest.raises(OzStatusError) as refused:
            enum(word)
        assert refused.value.code == "word_not_allowed"


@pytest.mark.parametrize("value", [True, False, None, 1.0, 3.5, b"SUCCESS", [], {}, (), object()])
def test_no_members_of_other_types(value: object) -> None:
    for enum in ENUMS:
        with pytest.raises(TypeError):
            enum(value)


def test_codes_of_other_vocabularies() -> None:
    for enum in ENUMS:
        for code in [0, -1, 7, 17, 33, 49, 54, 255, 256, 257, 2**64, -(2**70)]:
            if code in _native.VOCABULARIES[enum.__name__].values():
                continue
            with pytest.raises(OzStatusError) as refused:
                enum(code)
            assert (refused.value.code, refused.value.found) == ("unknown_code", str(code))
    with pytest.raises(TypeError):
        Resolution(FolderStatus.FAILED)


def test_lone_surrogates_are_no_word() -> None:
    with pytest.raises(OzStatusError) as refused:
        Resolution("\ud800")
    assert refused.value.code == "invalid_utf8"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_members_travel(protocol: int) -> None:
    for member in MEMBERS:
        assert pickle.loads(pickle.dumps(member, protocol)) is member
        assert copy.copy(member) is member
        assert copy.deepcopy([member])[0] is member
    assert len(set(MEMBERS)) == len(MEMBERS)
    assert pickle.dumps(Resolution.SUCCESS, 0).startswith(b"coz_status\n")


def test_text() -> None:
    assert str(Resolution.DECLINED) == f"{Resolution.DECLINED}" == "DECLINED"
    assert f"{Resolution.FAILED:>8}" == "  FAILED"
    assert repr(Decision.ACCEPT) == "<Decision.ACCEPT: 'ACCEPT'>"


def test_json_refuses_members_unless_told() -> None:
    with pytest.raises(TypeError):
        json.dumps(Resolution.SUCCESS)
    with pytest.raises(TypeError):
        json.dumps({Resolution.SUCCESS: 1})
    assert json.dumps([Resolution.SUCCESS], default=str) == '["SUCCESS"]'


def test_equality_with_words_is_false_and_warned_of() -> None:
    for member in MEMBERS:
        with pytest.warns(ComparisonWarning):
            assert not (member == member.name)  # noqa: SIM201
        with pytest.warns(ComparisonWarning):
            assert member != member.name.lower()
        with pytest.warns(ComparisonWarning):
            assert member.name != member
        # what frameworks ask of every value
        assert member not in ("", None, [], 0)
        assert member not in {member.name: 1}
    assert Resolution.FAILED != FolderStatus.FAILED


def test_no_truth() -> None:
    for member in MEMBERS:
        with pytest.raises(TypeError, match="neither true nor false"):
            bool(member)


def test_no_numbers() -> None:
    assert Resolution.SUCCESS != 1
    with pytest.raises(TypeError):
        int(Resolution.SUCCESS)  # type: ignore[call-overload]


def test_match() -> None:
    match Resolution("declined"):
        case Resolution.SUCCESS:
            raise AssertionError
        case Resolution.DECLINED:
            pass
        case _:
            raise AssertionError


def test_members_cannot_be_changed_or_added() -> None:
    with pytest.raises(AttributeError):
        Resolution.SUCCESS = Resolution.FAILED  # type: ignore[misc, assignment]
    with pytest.raises(AttributeError):
        Resolution.SUCCESS.code = 3  # type: ignore[misc]
    with pytest.raises(TypeError):

        class More(Resolution):  # type: ignore[misc]
            FINE = "FINE"
