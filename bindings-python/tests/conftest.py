"""What several tests use."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import oz_status
import pytest

ROOT = Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests" / "vectors"
PAYLOADS = ROOT / "tests" / "payloads"


def pytest_sessionstart() -> None:
    installed = Path(oz_status.__file__).resolve()
    if not installed.is_relative_to(Path(sys.prefix).resolve()):
        raise pytest.UsageError(f"tests run against the installed wheel, not against {installed}")


def vectors(name: str) -> Iterator[dict[str, Any]]:
    with (VECTORS / f"{name}.ndjson").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def payload_of(vector: dict[str, Any]) -> bytes:
    text = vector.get("payload")
    return bytes.fromhex(vector["payload_hex"]) if text is None else text.encode()


@pytest.fixture
def folder_payload() -> bytes:
    return (PAYLOADS / "spoof-declined-in-earlier-group.json").read_bytes()
