"""What type checkers must infer. Checked by mypy --strict and pyright, never run."""
# pyright: reportUnnecessaryComparison=false

from array import array
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, assert_never, assert_type

import numpy
import oz_status
import polars
from oz_status import AnalysisState, Decision, FolderStatus, OzStatusError, Resolution, Verdict


def act(verdict: Verdict) -> str:
    match verdict.decision:
        case Decision.ACCEPT:
            return "come in"
        case Decision.REVIEW | Decision.RETRY:
            return "later"
        case Decision.REJECT:
            return "no"
        case Decision.WAIT:
            return "wait"
        case other:
            assert_never(other)


def rank(resolution: Resolution) -> int:
    match resolution:
        case Resolution.SUCCESS:
            return 0
        case Resolution.OPERATOR_REQUIRED:
            return 1
        case Resolution.DECLINED:
            return 2
        case Resolution.FAILED:
            return 3
        case Resolution.PROCESSING:
            return 4
        case Resolution.INITIAL:
            return 5
        case other:
            assert_never(other)


def words() -> None:
    assert_type(max(Resolution.SUCCESS, Resolution.FAILED), Resolution)
    assert_type(sorted(FolderStatus), list[FolderStatus])
    assert_type(Resolution("success"), Resolution)
    assert_type(Resolution.FAILED < Resolution.DECLINED, bool)
    assert_type(Resolution.FAILED.code, int)
    assert_type(Resolution.FAILED.decision, Decision)
    assert_type(Resolution.FAILED.folder_status, FolderStatus)
    assert_type(AnalysisState.FAILED.lift, Resolution)
    assert_type(Decision.WAIT.is_final, bool)
    assert_type(str(Decision.WAIT), str)
    assert_type(oz_status.join("SUCCESS", Resolution.FAILED), Resolution)
    assert_type(oz_status.group_result(["SUCCESS", Resolution.FAILED]), Resolution)
    assert_type(oz_status.group_result(word for word in ("SUCCESS",)), Resolution)


def verdicts(payload: bytes) -> None:
    verdict = oz_status.resolve(payload, require="QUALITY", operator_review=False)
    assert_type(verdict, Verdict)
    assert_type(verdict.decision, Decision)
    assert_type(verdict.system_resolution, Resolution)
    assert_type(verdict.folder_status, FolderStatus)
    assert_type(verdict.folder_id, str | None)
    assert_type(verdict.last_finished, tuple[str | None, ...])
    assert_type(verdict.determining[0].type, str | None)
    assert_type(verdict.groups[0].finished_at, datetime | None)
    assert_type(verdict.groups[0].counts["SUCCESS"], int)
    assert_type(verdict.required[0].determining, tuple[int, ...])
    assert_type(verdict.findings[0].reading, Literal["C2", "C3", "C4", "C7"] | None)
    assert_type(verdict.findings[0].claimed, Resolution | FolderStatus | None)
    assert_type(verdict.to_dict(), dict[str, Any])
    for outcome in oz_status.resolve_many([payload, "[]", {"analyses": []}], require=("QUALITY",)):
        assert_type(outcome, Verdict | OzStatusError)
        if isinstance(outcome, OzStatusError):
            assert_type(outcome.code, str)
            assert_type(outcome.row, int | None)
        else:
            act(outcome)
    folder = oz_status.Folder()
    folder.observe({"resolution": "SUCCESS"})
    assert_type(folder.verdict(require={"QUALITY"}), Verdict)
    assert_type(oz_status.Folder.from_payload(memoryview(payload)).copy(), oz_status.Folder)


def aggregates(counts: Mapping[str, int]) -> None:
    seen = oz_status.StatusSet(["SUCCESS"]) | oz_status.StatusSet()
    assert_type(seen, oz_status.StatusSet)
    assert_type(list(seen), list[Resolution])
    assert_type(seen.worst, Resolution | None)
    tally = oz_status.Tally.from_counts(counts) + oz_status.Tally(seen)
    tally += tally
    assert_type(tally, oz_status.Tally)
    assert_type(tally.counts(), dict[Resolution, int])


def columns() -> None:
    offsets = array("i", [0, 1])
    assert_type(oz_status.group_results(b"\1", offsets), bytearray)
    assert_type(oz_status.group_results(numpy.ones(1, "u1"), numpy.array([0, 1])), bytearray)
    assert_type(oz_status.group_results_by(polars.Series([1]), memoryview(offsets), 2), bytearray)
