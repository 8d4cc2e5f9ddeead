"""Contenders in turns: medians, spread, and how many times slower than ours."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping

ROUNDS = 15
TURN = 0.03


def race(title: str, contenders: Mapping[str, Callable[[], object]], must: Mapping[str, float]) -> None:
    """Times the contenders; the first is ours. All must give the same answer.

    `must` says how many times as long as ours a rival has to take; a shortfall is shown, not hidden.
    """
    answers = {name: run() for name, run in contenders.items()}
    expected = next(iter(answers.values()))
    for name, answer in answers.items():
        assert answer == expected, f"{title}: {name} answers {answer!r}, not {expected!r}"
    turns = {name: max(1, int(TURN / once(run))) for name, run in contenders.items()}
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, run in contenders.items():
            times[name].append(once(run, turns[name]))
    ours = statistics.median(next(iter(times.values())))
    print(f"\n{title}")
    print(f"| {'':<58} | {'median':>10} | {'best':>10} | {'ratio':>6} | {'must':>6} |")
    print(f"|{'-' * 60}|{'-' * 12}|{'-' * 12}|{'-' * 8}|{'-' * 8}|")
    for name, found in times.items():
        median = statistics.median(found)
        ratio, goal = median / ours, must.get(name)
        shown = "" if goal is None else f"{goal:g}" + (" " if ratio >= goal else "!")
        print(f"| {name:<58} | {unit(median):>10} | {unit(min(found)):>10} | {ratio:6.2f} | {shown:>6} |")


def once(run: Callable[[], object], turns: int = 1) -> float:
    loop = [None] * turns
    start = time.perf_counter()
    for _ in loop:
        run()
    return (time.perf_counter() - start) / turns


def unit(seconds: float) -> str:
    for scale, name in ((1e-6, "ns"), (1e-3, "us"), (1.0, "ms")):
        if seconds < scale:
            return f"{seconds / scale * 1000:.1f} {name}"
    return f"{seconds:.2f} s"
