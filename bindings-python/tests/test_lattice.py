"""Joins, group results, status sets and tallies, against the vectors and the laws."""

from __future__ import annotations

import copy
import itertools
import pickle
import random
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from conftest import VECTORS
from hypothesis import given
from hypothesis import strategies as st
from oz_status import (
    Decision,
    FolderStatus,
    OzStatusError,
    Resolution,
    StatusSet,
    Tally,
    _native,
    group_result,
    join,
    meet,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = [line.split() for line in (VECTORS / "lattice.txt").read_text().splitlines() if not line.startswith("#")]
resolutions = st.sampled_from(list(Resolution))
groups = st.lists(resolutions)


def lines(kind: str) -> list[list[str]]:
    found = [rest for first, *rest in LINES if first == kind]
    assert found
    return found


def test_codes() -> None:
    codes = {(word, int(code)) for _, word, code in lines("code")}
    assert codes == {pair for table in _native.VOCABULARIES.values() for pair in table.items()}


def test_join_meet_decide() -> None:
    for a, b, worse in lines("join"):
        assert join(a, b) is join(Resolution(a), b.lower()) is Resolution(worse)
    for a, b, better in lines("meet"):
        assert meet(a, Resolution(b)) is Resolution(better)
    for word, decision in lines("decide"):
        assert Resolution(word).decision is Decision(decision)


def test_groups() -> None:
    for _, *members, result in lines("group"):
        expected = Resolution(result)
        for group in (
            members,
            tuple(members),
            iter(members),
            dict.fromkeys(members).keys(),
            [Resolution(m) for m in members],
        ):
            assert group_result(group) is expected
        assert StatusSet(members).result is Tally(members).result is expected


def test_sets() -> None:
    for bits, result, status, decision, contested in lines("set"):
        found = StatusSet.from_bits(int(bits))
        assert (found.bits, found.result) == (int(bits), Resolution(result))
        assert (found.folder_status, found.decision) == (FolderStatus(status), Decision(decision))
        assert found.is_contested is (contested == "yes")
        assert found.result.folder_status is found.folder_status
        assert StatusSet(found) == found
        assert len(found) == len(list(found)) == int(bits).bit_count()
        assert (found.worst, found.best) == ((max(found), min(found)) if found else (None, None))


def test_tallies() -> None:
    tally = Tally()
    for operation, *rest in lines("tally"):
        *arguments, outcome, result, a, b, c, d, e, f = rest
        before = tally.copy()
        try:
            match operation:
                case "new":
                    tally = Tally()
                case "merge":
                    tally.merge(Tally.from_counts(dict(zip(Resolution, map(int, arguments), strict=True))))
                case _:
                    getattr(tally, operation)(*arguments)
            assert outcome == "ok"
        except OzStatusError:
            assert outcome == "refused"
            assert tally == before
        assert tally.result is Resolution(result)
        assert list(tally.counts().values()) == [int(count) for count in (a, b, c, d, e, f)]


@given(groups, groups)
def test_laws(a: list[Resolution], b: list[Resolution]) -> None:
    assert group_result(a) is (max(a) if a else Resolution.INITIAL)
    assert group_result(a) is group_result(a[::-1]) is group_result(a + a)
    if a and b:
        assert group_result(a + b) is join(group_result(a), group_result(b))
    assert (StatusSet(a) | StatusSet(b)) == StatusSet(a + b)
    assert Tally(a) + Tally(b) == Tally(a + b)
    assert Tally(a).status_set == StatusSet(a)
    assert Tally(a).total == len(a)


@given(resolutions, resolutions, resolutions)
def test_join_is_a_semilattice(a: Resolution, b: Resolution, c: Resolution) -> None:
    assert join(a, b) is join(b, a) is max(a, b)
    assert join(join(a, b), c) is join(a, join(b, c))
    assert join(a, a) is meet(a, a) is a
    assert join(a, meet(a, b)) is a


@pytest.mark.parametrize(
    "bad", [1, None, True, b"SUCCESS", 2.0, FolderStatus.FAILED, Decision.ACCEPT, [Resolution.SUCCESS]]
)
def test_wrong_types(bad: object) -> None:
    for use in (
        lambda: group_result([bad]),
        lambda: join("SUCCESS", bad),
        lambda: StatusSet([bad]),
        lambda: Tally([bad]),
    ):
        with pytest.raises(TypeError, match="expected a Resolution or its word"):
            use()


@pytest.mark.parametrize("bad", ["SUCCESS", 5, None, Resolution.SUCCESS])
def test_wrong_iterables(bad: object) -> None:
    for use in (group_result, Tally.from_counts):
        with pytest.raises(TypeError):
            use(bad)
    if bad is not None:
        for make in (StatusSet, Tally):
            with pytest.raises(TypeError):
                make(bad)


def test_unknown_words_and_errors_of_the_iterable() -> None:
    for word, code in [("DNOE", "unknown_word"), ("FINISHED", "word_not_allowed"), ("", "unknown_word")]:
        with pytest.raises(OzStatusError) as refused:
            group_result(["SUCCESS", word])
        assert refused.value.code == code
    with pytest.raises(ZeroDivisionError):
        group_result("SUCCESS" for _ in [1 // 0])


def test_words_that_are_no_literals() -> None:
    class Word(str):
        __slots__ = ()

    words = ["".join(random.Random(1).choice((c.lower(), c)) for c in member.name) for member in Resolution]
    for word, member in zip(words, Resolution, strict=True):
        assert group_result([word]) is group_result([Word(word)]) is member


def test_a_list_that_changes_meanwhile() -> None:
    items: list[object] = []

    class Grows:
        def __iter__(self):
            yield "SUCCESS"
            items.append("DECLINED")
            yield from items

    assert group_result(Grows()) is Resolution.DECLINED


def test_sets_and_tallies_travel() -> None:
    for bits in range(64):
        found = StatusSet.from_bits(bits)
        assert pickle.loads(pickle.dumps(found)) == copy.copy(found) == copy.deepcopy(found) == found
        assert eval(repr(found)) == found
        assert hash(found) == hash(StatusSet.from_bits(bits))
        tally = Tally(found)
        for twin in (pickle.loads(pickle.dumps(tally)), copy.copy(tally), copy.deepcopy(tally), eval(repr(tally))):
            assert twin == tally
            twin.insert("FAILED")
            assert twin != tally
    assert StatusSet() != 0
    assert Tally() != {}


def test_set_edges() -> None:
    found = StatusSet(["DECLINED"])
    assert "declined" in found
    assert Resolution.SUCCESS not in found
    for bits in (-1, 64, 2**40):
        with pytest.raises(OzStatusError) as outside:
            StatusSet.from_bits(bits)
        error = outside.value
        assert (error.code, error.path, error.found, error.expected) == (
            "invalid_argument",
            "bits",
            str(bits),
            "six bits",
        )
    with pytest.raises(TypeError):
        found | 1  # type: ignore[operator]
    with pytest.raises(AttributeError):
        found.bits = 3  # type: ignore[misc]
    with pytest.raises(TypeError):
        found < found  # type: ignore[operator]
    assert (bool(StatusSet()), bool(found)) == (False, True)


def test_tally_edges() -> None:
    tally = Tally(["SUCCESS"])
    tally.merge(tally)
    tally += tally
    assert tally.count("SUCCESS") == 4
    assert tally + tally == Tally(["SUCCESS"] * 8)
    full = Tally.from_counts({"SUCCESS": 2**64 - 1})
    for refused in (lambda: full.insert("SUCCESS"), lambda: full.merge(tally), lambda: full + tally):
        with pytest.raises(OzStatusError) as error:
            refused()
        assert error.value.code == "overflow"
        assert (error.value.found, error.value.expected) == ("SUCCESS", "fewer than a counter can hold")
    assert (full + Tally(["FAILED"])).total == 2**64
    with pytest.raises(OzStatusError) as error:
        tally.remove("FAILED")
    assert (error.value.code, error.value.found) == ("not_there", "FAILED")
    assert error.value.expected == "a resolution that the tally holds"
    for counts in ({"SUCCESS": -1}, {"SUCCESS": 2**64}):
        with pytest.raises(OverflowError):
            Tally.from_counts(counts)
    with pytest.raises(ValueError, match="FAILED stands twice"):
        Tally.from_counts({"FAILED": 2, "failed": 2})
    with pytest.raises(TypeError):
        hash(tally)
    assert (bool(Tally()), bool(tally)) == (False, True)


def test_all_short_groups() -> None:
    for n in range(5):
        for group in itertools.product(Resolution, repeat=n):
            assert group_result(group) is group_result([str(r) for r in group])


def test_counts_are_not_words() -> None:
    counts = {"DECLINED": 2, "SUCCESS": 1}
    for take in (Tally, StatusSet, group_result):
        with pytest.raises(TypeError, match=r"Tally\.from_counts"):
            take(counts)


def test_a_tally_that_threads_share() -> None:
    tally, rounds = Tally(), 2000
    failed: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            for _ in range(rounds):
                work()
        except BaseException as error:
            failed.append(error)

    def refused() -> None:
        with pytest.raises(OzStatusError):
            tally.remove("FAILED")

    # telling the counts and refusing run Python code, in which other threads take their turn
    works = [lambda: tally.insert("SUCCESS"), lambda: tally.insert("DECLINED"), tally.counts, refused]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert failed == []
    assert tally.total == 2 * rounds
