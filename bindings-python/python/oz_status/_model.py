"""What a verdict is made of: frozen, comparable, hashable, picklable."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, TypeAlias

from ._words import FolderStatus, Resolution, status_word

FindingCode: TypeAlias = Literal[
    "system_resolution_mismatch",
    "folder_status_mismatch",
    "state_resolution_mismatch",
    "operator_required_on_liveness",
    "operator_required_not_enabled",
    "earlier_group_worse",
    "finish_order_ambiguous",
    "conflicting_sightings",
    "ending_improved",
    "group_id_missing",
    "required_type_missing",
]

Reading: TypeAlias = Literal["C2", "C3", "C4", "C7"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Determining:
    """An analysis that determines the system resolution (R5)."""

    index: int
    """Its first sighting's place in the payload, from 0."""
    analyse_id: str | None
    group_id: str | None
    type: str | None


class Counts(Mapping[Resolution, int]):
    """How many analyses of a group have each resolution. Immutable; keys are members or words.

    >>> from oz_status import Tally, resolve
    >>> counts = resolve('[{"resolution":"SUCCESS"},{"resolution":"DECLINED"}]').groups[0].counts
    >>> counts["declined"], Tally.from_counts(counts).total
    (1, 2)
    """

    __slots__ = ("_counts",)
    _counts: dict[Resolution, int]

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = {Resolution(word): count for word, count in counts.items()}

    def __getitem__(self, resolution: Resolution | str) -> int:
        return self._counts[Resolution(resolution)]

    def __iter__(self) -> Iterator[Resolution]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)

    def __hash__(self) -> int:
        return hash(frozenset(self._counts.items()))

    def __repr__(self) -> str:
        return f"Counts({self._words()})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Counts, (self._words(),))

    def _words(self) -> dict[str, int]:
        return {str(resolution): count for resolution, count in self._counts.items()}


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a folder (R2)."""

    group_id: str | None
    """None for the unnamed group."""
    resolution: Resolution
    finished_at_us: int | None
    """Microseconds since 1970 UTC; None while it runs, or where that is not known."""
    counts: Counts

    @property
    def finished_at(self) -> datetime | None:
        """The finish time, in UTC."""
        return None if self.finished_at_us is None else _EPOCH + timedelta(microseconds=self.finished_at_us)


@dataclass(frozen=True, slots=True)
class Required:
    """What a required type comes to (R7)."""

    type: str
    resolution: Resolution
    """INITIAL if there is no analysis of this type."""
    determining: tuple[int, ...]
    """Indices as in Determining.index."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands out beside the result (R9)."""

    code: FindingCode
    path: str
    claimed: Resolution | FolderStatus | None
    computed: Resolution | FolderStatus | None
    reading: Reading | None
    """The choice of the rules whose other reading gives the claim."""
    is_contradiction: bool
    """Whether no reading explains it."""


Parts: TypeAlias = tuple[
    int,
    str | None,
    tuple[Determining, ...],
    tuple[str | None, ...],
    tuple[Group, ...],
    tuple[Required, ...],
    tuple[Finding, ...],
]


def parts(text: str, facts: bytes) -> Parts:
    """The attributes of a verdict out of its canonical JSON, and of what JSON does not tell of its findings."""
    verdict: dict[str, Any] = json.loads(text)
    told = zip(facts[0::3], facts[1::3], facts[2::3], strict=True)
    return (
        verdict["rules"],
        verdict["folder_id"],
        tuple(Determining(**each) for each in verdict["determining"]),
        tuple(verdict["last_finished"]),
        tuple(_group(**each) for each in verdict["groups"]),
        tuple(_required(each) for each in verdict["required"]),
        tuple(_finding(each, *facts) for each, facts in zip(verdict["findings"], told, strict=True)),
    )


def _group(group_id: str | None, resolution: str, finished_at_us: int | None, counts: dict[str, int]) -> Group:
    return Group(group_id, Resolution(resolution), finished_at_us, Counts(counts))


def _required(required: dict[str, Any]) -> Required:
    return Required(required["type"], Resolution(required["resolution"]), tuple(required["determining"]))


def _finding(finding: dict[str, Any], claimed: int, computed: int, contradiction: int) -> Finding:
    quoted = (status_word(claimed), status_word(computed))
    return Finding(finding["code"], finding["path"], *quoted, finding["reading"], bool(contradiction))
