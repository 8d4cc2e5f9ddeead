"""What ``json.loads`` gave, as JSON text again: from there on it goes the way of all text."""

from __future__ import annotations

import json
from typing import cast

from ._errors import OzStatusError
from ._words import _Word


def dumps(payload: object) -> str:
    """JSON text, or a refusal of what JSON cannot say."""
    try:
        text = json.dumps(payload, allow_nan=False, separators=(",", ":"), default=_word)
    except ValueError as error:
        raise _refusal("invalid_json", None, f"a finite JSON value: {error}") from error
    except RecursionError as error:
        expected = "fewer levels: the JSON text itself may have any number of them"
        raise _refusal("invalid_json", None, expected) from error
    _check_keys(payload)
    return text


def _word(value: object) -> str:
    if isinstance(value, _Word):
        return str(value)
    raise TypeError(f"a payload holds what json.loads gives, not {type(value).__name__}")


def _check_keys(payload: object) -> None:
    # json.dumps turns the keys 1, True and None into words, and two of them into the same word
    waiting: list[object] = [payload]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            inner = cast("dict[object, object]", value)
            for key in inner:
                if not isinstance(key, str):
                    raise _refusal("wrong_type", repr(key)[:64], "keys of type str")
            waiting.extend(inner.values())
        elif isinstance(value, (list, tuple)):
            waiting.extend(cast("list[object]", value))


def _refusal(code: str, found: str | None, expected: str) -> OzStatusError:
    shown = "" if found is None else f": found {found}"
    return OzStatusError(f"{code}{shown}, expected {expected}", code=code, found=found, expected=expected)
