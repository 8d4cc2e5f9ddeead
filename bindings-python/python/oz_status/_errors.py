"""The error for everything that is refused."""

from __future__ import annotations


class OzStatusError(ValueError):
    """What cannot be judged is refused, never guessed.

    ``code`` is stable; ``path`` says where (``analyses[2].state``, ``codes[7]``, empty for the whole); ``found`` is
    the offending text, cut at 64 bytes; ``expected`` what should stand there; ``line`` and ``column`` are those of
    malformed JSON; ``row`` is that of a column.

    >>> from oz_status import OzStatusError, resolve
    >>> try:
    ...     resolve('[{"state":"FINISHED","resolution":"FINE"}]')
    ... except OzStatusError as error:
    ...     print(error.code, error.path, error.found)
    unknown_word analyses[0].resolution FINE
    """

    code: str
    path: str
    found: str | None
    expected: str | None
    line: int | None
    column: int | None
    row: int | None

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        path: str = "",
        found: str | None = None,
        expected: str | None = None,
        line: int | None = None,
        column: int | None = None,
        row: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.found = found
        self.expected = expected
        self.line = line
        self.column = column
        self.row = row
