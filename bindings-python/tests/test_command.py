"""`python -m oz_status` beside the command of the repository."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import PAYLOADS, vectors

COMMAND = os.environ["OZ_STATUS_COMMAND"]
PYTHON = [sys.executable, "-P", "-m", "oz_status"]


def both(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    ended = [
        subprocess.run([*command, *arguments], input=stdin, capture_output=True, timeout=60, check=False)
        for command in (PYTHON, [COMMAND])
    ]
    ours, theirs = ((each.returncode, each.stdout, each.stderr) for each in ended)
    assert ours == theirs
    return ended[0]


@pytest.mark.parametrize("payload", sorted(PAYLOADS.glob("*.json")), ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "arguments", [[], ["--format", "tree"], ["--require", "QUALITY,BIOMETRY", "--no-operator-review"]]
)
def test_resolve(payload: Path, arguments: list[str]) -> None:
    ended = both("resolve", str(payload), *arguments)
    assert ended.returncode in (0, 2, 10, 11, 12, 13)
    assert bool(ended.stdout) is (ended.returncode != 2)


def test_exit_status_is_the_decision() -> None:
    for word, status in [
        ("SUCCESS", 0),
        ("PROCESSING", 10),
        ("FAILED", 11),
        ("OPERATOR_REQUIRED", 12),
        ("DECLINED", 13),
    ]:
        assert both("resolve", stdin=f'[{{"resolution":"{word}"}}]'.encode()).returncode == status


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--help"],
        ["--version"],
        ["resolve", "no such file"],
        ["resolve", "--require", ""],
        ["nonsense"],
        ["audit"],
        ["resolve", "."],
        ["table"],
        ["resolve", "a\nb"],
        ["resolve", "--format", "xml"],
    ],
)
def test_usage(arguments: list[str]) -> None:
    both(*arguments)


def test_audit(tmp_path: Path) -> None:
    lines = [
        json.dumps(vector.get("payload", "x")) if "error" in vector else json.dumps(json.loads(vector["payload"]))
        for vector in vectors("findings")
    ]
    file = tmp_path / "folders.ndjson"
    file.write_text("\n".join(lines), encoding="utf-8")
    for arguments in ([], ["--format", "json"], ["--require", "QUALITY"]):
        ended = both("audit", str(file), *arguments)
        assert ended.returncode == 1
    assert both("audit", "-", stdin=b"[]\n").returncode == 0
    assert both("audit", str(tmp_path / "none")).returncode == 2


def test_names_that_are_no_text(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/\xff.json"
    Path(os.fsdecode(file)).write_bytes(b"[]")
    assert both("resolve", os.fsdecode(file)).returncode == 10


def test_an_interrupt_ends_it() -> None:
    running = subprocess.Popen([*PYTHON, "audit", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    assert running.wait(10) == -signal.SIGINT
    running.communicate()
