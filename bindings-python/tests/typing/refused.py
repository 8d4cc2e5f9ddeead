"""What type checkers must refuse: mypy and pyright both complain of an ignore that is not needed. Never run."""
# pyright: reportUnnecessaryTypeIgnoreComment=error, reportUnnecessaryComparison=error

import oz_status
from oz_status import Decision, FolderStatus, Resolution


def refused(verdict: oz_status.Verdict, decision: Decision, resolution: Resolution) -> None:
    decision == "ACCEPT"  # type: ignore[comparison-overlap]
    resolution == FolderStatus.FINISHED  # type: ignore[comparison-overlap]
    decision < Decision.REJECT  # type: ignore[operator]
    resolution < FolderStatus.FAILED  # type: ignore[operator]
    verdict.decision = decision  # type: ignore[misc]
    oz_status.resolve(b"", requires="QUALITY")  # type: ignore[call-arg]
    oz_status.resolve(b"", "QUALITY")  # type: ignore[call-arg]
    oz_status.resolve(5)  # type: ignore[arg-type]
    oz_status.group_result([1])  # type: ignore[list-item]
    oz_status.group_results([1, 2], b"")  # type: ignore[arg-type]
    oz_status.Folder().observe([])  # type: ignore[arg-type]


def incomplete(decision: Decision) -> int:  # type: ignore[return]
    match decision:  # pyright: ignore[reportMatchNotExhaustive]
        case Decision.ACCEPT:
            return 1
        case Decision.REJECT:
            return 2
