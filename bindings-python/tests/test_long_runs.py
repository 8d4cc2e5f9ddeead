"""A million calls leave nothing behind, and threads do not meet."""

from __future__ import annotations

import gc
import resource
import sys
import threading
import time
from array import array
from concurrent.futures import ThreadPoolExecutor

import oz_status
import pyarrow
import pytest
from oz_status import Folder, Resolution, StatusSet, Tally, group_result, group_results, resolve, resolve_many

PAYLOAD = b'[{"analyse_id":"a","type":"QUALITY","resolution":"DECLINED"},{"resolution":"PROCESSING"}]'
OFFSETS = array("i", [0, 1, 2])
ARROW = pyarrow.array([1, 2], pyarrow.uint8())
CHUNKS = pyarrow.chunked_array([ARROW, ARROW])
WORDS = ["SUCCESS", "declined", Resolution.FAILED]


def refused(payload: object) -> None:
    try:
        resolve(payload)
    except oz_status.OzStatusError as error:
        assert error.code
    else:
        raise AssertionError


CALLS = {
    "group_result": (lambda: group_result(WORDS), 1_000_000),
    "resolve": (lambda: resolve(PAYLOAD), 1_000_000),
    "attributes": (lambda: (resolve(PAYLOAD, require="QUALITY").groups, repr(resolve(PAYLOAD))), 20_000),
    "refused": (lambda: refused(b"[{}]"), 100_000),
    "dict": (lambda: resolve([{"resolution": "SUCCESS"}]), 100_000),
    "bad dict": (lambda: refused({1: 2}), 20_000),
    "many": (lambda: list(resolve_many([PAYLOAD, b"x", None])), 50_000),
    "folder": (lambda: Folder.from_payload(PAYLOAD).verdict(), 200_000),
    "buffers": (lambda: group_results(bytearray(b"\1\2"), OFFSETS), 200_000),
    "copies": (lambda: group_results(memoryview(b"\1\2\3\4")[::2], OFFSETS), 200_000),
    "arrow": (lambda: group_results(ARROW, OFFSETS), 50_000),
    "chunks": (lambda: group_results(CHUNKS, OFFSETS), 20_000),
    "aggregates": (lambda: (StatusSet(WORDS).result, Tally(WORDS).counts()), 100_000),
    "words": (lambda: (Resolution("success"), Resolution(3)), 100_000),
}


@pytest.mark.parametrize("name", CALLS)
def test_nothing_is_left_behind(name: str) -> None:
    call, times = CALLS[name]
    watched = [*Resolution, PAYLOAD, *WORDS, OFFSETS, ARROW, CHUNKS, None, (), Resolution, oz_status.OzStatusError]
    for _ in range(2000):
        call()
    gc.collect()
    counts, blocks, memory = [sys.getrefcount(each) for each in watched], sys.getallocatedblocks(), peak()
    for _ in range(times):
        call()
    gc.collect()
    differences = [sys.getrefcount(each) - count for each, count in zip(watched, counts, strict=True)]
    assert max(map(abs, differences)) < 50, differences
    assert abs(sys.getallocatedblocks() - blocks) < 500
    assert peak() - memory < 4096, "kilobytes"


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def test_threads() -> None:
    payload = b'{"analyses":[' + b",".join([b'{"type":"QUALITY","resolution":"SUCCESS"}'] * 2000) + b"]}"
    expected = resolve(payload).to_json()
    tally, barrier = Tally(), threading.Barrier(8)

    def work(number: int) -> str:
        barrier.wait()
        for _ in range(2000):
            tally.insert("SUCCESS")
        kind = (payload, payload.decode(), bytearray(payload), memoryview(payload))[number % 4]
        texts = {resolve(kind).to_json() for _ in range(20)}
        return texts.pop() if len(texts) == 1 else "different"

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(work, range(8))) == {expected}
    assert tally.total == 16_000


def test_one_verdict_in_many_threads() -> None:
    for _ in range(50):
        verdict, barrier = resolve(PAYLOAD, require="QUALITY"), threading.Barrier(8)

        def look(_: int, verdict: oz_status.Verdict = verdict, barrier: threading.Barrier = barrier) -> object:
            barrier.wait()
            return verdict.groups, verdict.to_json(), verdict.findings, hash(verdict)

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(look, range(8)))) == 1


def test_the_lock_is_released_on_long_payloads() -> None:
    payload = b"[" + b",".join([b'{"resolution":"SUCCESS"}'] * 500_000) + b"]"
    counted, stop, began = [0], threading.Event(), threading.Event()

    def count() -> None:
        while not stop.is_set():
            counted[0] += 1
            began.set()
            time.sleep(0.0001)

    interval = sys.getswitchinterval()
    counter = threading.Thread(target=count)
    counter.start()
    began.wait()
    try:
        # nobody has to hand over the lock but who lets go of it
        sys.setswitchinterval(100)
        before = counted[0]
        resolve(payload)
        after = counted[0]
    finally:
        sys.setswitchinterval(interval)
        stop.set()
        counter.join()
    assert after - before > 3
