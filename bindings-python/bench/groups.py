"""The result of a group of four, beside the line that people write."""

from __future__ import annotations

import json
from collections.abc import Callable

from oz_status import Resolution, group_result
from race import race

ORDER = {"SUCCESS": 0, "OPERATOR_REQUIRED": 1, "DECLINED": 2, "FAILED": 3, "PROCESSING": 4, "INITIAL": 5}
WORDS = ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED", "SUCCESS"]
SEVERITY = {member: ORDER[str(member)] for member in Resolution}
MEMBERS = [Resolution(word) for word in WORDS]
TIMES = 1000


def run() -> None:
    """Prints three tables. A thousand calls a turn, so that the loop weighs little."""
    for title, group, order, goal in (
        ("words, as literals", WORDS, ORDER, 4),
        ("words, as json.loads gives them", json.loads(json.dumps(WORDS)), ORDER, 4),
        ("enum members", MEMBERS, SEVERITY, 2),
    ):
        rival = "max(xs, key=ORDER.get)"
        contenders = {"group_result(xs)": ours(group), rival: by_hand(group, order)}
        race(f"{TIMES} times group_result of 4 {title}", contenders, {rival: goal})


def ours(xs: list[object]) -> Callable[[], str]:
    loop = [None] * TIMES

    def run() -> str:
        for _ in loop:
            worst = group_result(xs)
        return str(worst)

    return run


def by_hand(xs: list[object], order: dict[object, int]) -> Callable[[], str]:
    loop = [None] * TIMES

    def run() -> str:
        for _ in loop:
            worst = max(xs, key=order.get)
        return str(worst)

    return run
