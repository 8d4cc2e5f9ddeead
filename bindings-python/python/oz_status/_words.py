"""The four enums. Words and codes come from the table of the native part; a test compares them."""

from __future__ import annotations

import warnings
from enum import Enum
from typing import TYPE_CHECKING, Any, NoReturn, Self

from . import _native


class ComparisonWarning(UserWarning):
    """A member was compared with a word by ``==``: that is never equal. Compare it with a member."""


class _Word(Enum):
    """A status word. Equal to itself alone, neither true nor false, without an alphabetical order."""

    @classmethod
    def _missing_(cls, value: object) -> Self:
        if isinstance(value, str) or (hasattr(value, "__index__") and not isinstance(value, bool)):
            return cls[_native.word_of(cls.__name__, value)]
        raise TypeError(f"a {cls.__name__} is made from a word or a code, not {type(value).__name__}")

    @property
    def code(self) -> int:
        """The stable numeric code; never 0, and never one of another vocabulary."""
        return _native.VOCABULARIES[type(self).__name__][self.name]

    def __str__(self) -> str:
        return self.name

    def __format__(self, spec: str) -> str:
        return format(self.name, spec)

    def __bool__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} is neither true nor false: compare it with a member")

    # members are single objects: the hash of the object is theirs, and it never meets that of a word
    __hash__ = object.__hash__

    if not TYPE_CHECKING:  # so that type checkers keep refusing comparisons with words

        def __eq__(self, other):
            if self is other:
                return True
            if isinstance(other, str) and other.upper() in type(self).__members__:
                name = type(self).__name__
                said = f"{name}.{self.name} == {other!r} is False: compare with {name}.{other.upper()}"
                warnings.warn(said, ComparisonWarning, stacklevel=2)
                return False
            return NotImplemented


class _Ordered(_Word):
    """A word of an ordered vocabulary: the worst is the greatest."""

    def _pair(self, other: object) -> tuple[int, int] | None:
        return (self.code, other.code) if isinstance(other, _Ordered) and type(other) is type(self) else None

    def __lt__(self, other: Self) -> bool:
        return pair[0] < pair[1] if (pair := self._pair(other)) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return pair[0] <= pair[1] if (pair := self._pair(other)) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return pair[0] > pair[1] if (pair := self._pair(other)) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return pair[0] >= pair[1] if (pair := self._pair(other)) else NotImplemented


class Decision(_Word):
    """What to do (R6, R7).

    It has no order on purpose: whether RETRY is better than REJECT has no answer. Compare resolutions.

    >>> Decision("accept")
    <Decision.ACCEPT: 'ACCEPT'>
    >>> Decision.ACCEPT < Decision.REJECT
    Traceback (most recent call last):
    TypeError: '<' not supported between instances of 'Decision' and 'Decision'
    """

    ACCEPT = "ACCEPT"
    REVIEW = "REVIEW"
    REJECT = "REJECT"
    RETRY = "RETRY"
    WAIT = "WAIT"

    @property
    def is_final(self) -> bool:
        """Whether nothing further is awaited."""
        return _native.is_final_decision(self)


class FolderStatus(_Ordered):
    """How far a folder has come (R3). Never a verdict: FINISHED says that work ended.

    >>> FolderStatus.PROCESSING > FolderStatus.FAILED
    True
    """

    FINISHED = "FINISHED"
    FAILED = "FAILED"
    PROCESSING = "PROCESSING"
    INITIAL = "INITIAL"


class Resolution(_Ordered):
    """What a system, a group, an analysis or a partial aggregate comes to.

    Ordered, and the worst is the greatest. Made from the word in any case or from the code.

    >>> max(Resolution("success"), Resolution.DECLINED, Resolution(2))
    <Resolution.DECLINED: 'DECLINED'>
    >>> list(Resolution)[0], Resolution.DECLINED.code, str(Resolution.DECLINED)
    (<Resolution.SUCCESS: 'SUCCESS'>, 3, 'DECLINED')
    >>> Resolution("FINISHED")
    Traceback (most recent call last):
    oz_status.OzStatusError: "FINISHED" is no resolution, expected one of SUCCESS OPERATOR_REQUIRED DECLINED FAILED PROCESSING INITIAL
    >>> Resolution.FAILED < FolderStatus.FAILED
    Traceback (most recent call last):
    TypeError: '<' not supported between instances of 'Resolution' and 'FolderStatus'
    """  # noqa: E501

    SUCCESS = "SUCCESS"
    OPERATOR_REQUIRED = "OPERATOR_REQUIRED"
    DECLINED = "DECLINED"
    FAILED = "FAILED"
    PROCESSING = "PROCESSING"
    INITIAL = "INITIAL"

    @property
    def decision(self) -> Decision:
        """What to do about this resolution (R6).

        >>> Resolution.FAILED.decision
        <Decision.RETRY: 'RETRY'>
        """
        return _native.decision_of(self)

    @property
    def folder_status(self) -> FolderStatus:
        """How far a folder has come whose analyses join to this (R3)."""
        return _native.folder_status_of(self)

    @property
    def is_final(self) -> bool:
        """Whether it can no longer change by itself."""
        return _native.is_final_resolution(self)


class AnalysisState(_Ordered):
    """How far an analysis, or a Web SDK callback, has come. Never a verdict.

    >>> AnalysisState.FINISHED.lift  # adds nothing to an outcome, and alone it is none
    <Resolution.SUCCESS: 'SUCCESS'>
    """

    FINISHED = "FINISHED"
    FAILED = "FAILED"
    PROCESSING = "PROCESSING"

    @property
    def lift(self) -> Resolution:
        """What the state alone says of the outcome (R1)."""
        return _native.lift(self)


_FROM_CODE: dict[int, Any] = {member.code: member for vocabulary in (Resolution, FolderStatus) for member in vocabulary}


def status_word(code: int) -> Resolution | FolderStatus | None:
    """The member that a verdict quotes by its code; 0 is none."""
    return _FROM_CODE.get(code)
