"""Turns vectors/*.ndjson into what a C program reads without a JSON library.

vectors.py SOURCE... TARGET_DIR writes
- payloads.bin: a sequence of records of length-prefixed fields, see payloads.c;
- folders.txt: those vectors that are plain lists of analyses, as rows of words and numbers, see folders.c.
No rule is applied here: a vector that would need one (a repeated id, an alias of a type) is left out of folders.txt.
What makes a finding a contradiction, which the canonical JSON does not say, is written down here once more.
"""

import json
import struct
import sys
from pathlib import Path

# the canonical names, numbered for oz_resolve_folder by their places
TYPES = ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"]


def field(data: bytes) -> bytes:
    return struct.pack("<I", len(data)) + data


def number(value: int) -> bytes:
    return struct.pack("<I", value)


def payload_of(vector: dict) -> bytes:
    if "payload" in vector:
        return vector["payload"].encode()
    return bytes.fromhex(vector["payload_hex"])


def is_contradiction(finding: dict) -> bool:
    unexplained = finding["code"].endswith("_mismatch") and finding["reading"] is None
    return unexplained or finding["code"] == "conflicting_sightings"


def counts_of(vector: dict) -> list[int]:
    if "error" in vector:
        return [0, 0, 0, 0]
    verdict = json.loads(vector["verdict"])
    findings = verdict["findings"]
    contradictions = sum(map(is_contradiction, findings))
    return [len(findings), contradictions, len(verdict["determining"]), len(verdict["last_finished"])]


def record(vector: dict) -> bytes:
    options, error = vector["options"], vector.get("error")
    required = [field(name.encode()) for name in options["require"]]
    end = [error["code"], error["path"]] if error else [vector["verdict"], ""]
    return b"".join(
        [
            field(vector["name"].encode()),
            field(payload_of(vector)),
            number(0 if options["operator_review"] else 1),
            number(len(required)),
            *required,
            number(1 if error else 0),
            *(field(part.encode()) for part in end),
            *map(number, counts_of(vector)),
        ]
    )


def rows_of(payload):
    """The analyses as (type, fields), and the callback's state; None where a rule would be needed."""
    state = None
    if isinstance(payload, dict):
        analyses = payload.get("analyses")
        state = payload.get("state")
        if isinstance(analyses, dict):
            rows = list(analyses.items())
        elif isinstance(analyses, list):
            rows = [(entry.get("type"), entry) for entry in analyses]
        else:
            return None
    else:
        rows = [(entry.get("type"), entry) for entry in payload]
    ids = [entry.get("analyse_id", entry.get("analysis_id")) for _, entry in rows]
    named = [name for name in ids if name is not None]
    if len(set(named)) != len(named):
        return None
    for kind, entry in rows:
        time = entry.get("time_updated")
        if not isinstance(time, (int, type(None))) or (kind is not None and kind.upper() not in TYPES):
            return None
    return rows, state


def folder_of(vector: dict):
    if "verdict" not in vector or "payload" not in vector:
        return None
    if any(name not in TYPES for name in vector["options"]["require"]):
        return None
    try:
        read = rows_of(json.loads(vector["payload"]))
    except RecursionError:  # nested deeper than this parser goes
        return None
    if read is None:
        return None
    rows, state = read
    verdict = json.loads(vector["verdict"])
    names = [name for name in dict.fromkeys(entry.get("group_id") for _, entry in rows) if name is not None]
    place = {None: 0, **{name: at + 1 for at, name in enumerate(names)}}
    required = [TYPES.index(name) + 1 for name in vector["options"]["require"]]
    lines = [f"folder {len(rows)} {len(names)} {state or '-'} {len(required)} {' '.join(map(str, required))}".rstrip()]
    for kind, entry in rows:
        words = [entry.get(key) or "-" for key in ("state", "resolution_status", "resolution")]
        kind_number = 0 if kind is None else TYPES.index(kind.upper()) + 1
        time = entry.get("time_updated")
        micros = "-" if time is None else time * 1_000_000
        lines.append(f"analysis {' '.join(words)} {place[entry.get('group_id')]} {kind_number} {micros}")
    for group in verdict["groups"]:
        finished = "-" if group["finished_at_us"] is None else group["finished_at_us"]
        last = int(group["group_id"] in verdict["last_finished"])
        lines.append(f"group {place[group['group_id']]} {group['resolution']} {finished} {last}")
    determining = [entry["index"] for entry in verdict["determining"]]
    words = [verdict["folder_status"], verdict["system_resolution"], verdict["decision"]]
    lines.append(f"verdict {' '.join(words)} {len(determining)} {' '.join(map(str, determining))}".rstrip())
    return "\n".join(lines) + "\n"


def main(sources: list[str], target: Path) -> None:
    vectors = []
    for source in sources:
        with open(source, encoding="utf-8") as lines:
            vectors.extend(json.loads(line) for line in lines)
    target.mkdir(parents=True, exist_ok=True)
    (target / "payloads.bin").write_bytes(b"".join(map(record, vectors)))
    folders = [text for text in map(folder_of, vectors) if text is not None]
    (target / "folders.txt").write_text("".join(folders), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:-1], Path(sys.argv[-1]))
