"""Every vector of the repository, through every door."""

from __future__ import annotations

import json
import pickle
import re

import oz_status
import pytest
from conftest import VECTORS, payload_of, vectors

NAMES = sorted(path.stem for path in VECTORS.glob("*.ndjson"))


def test_the_vectors_are_there() -> None:
    assert {"errors", "findings", "folders", "random", "sightings", "stories", "text"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_vectors(name: str) -> None:
    seen = 0
    for vector in vectors(name):
        seen += 1
        payload, options = payload_of(vector), vector["options"]
        if "error" in vector:
            with pytest.raises(oz_status.OzStatusError) as refused:
                oz_status.resolve(payload, **options)
            found = {"code": refused.value.code, "path": refused.value.path}
            assert found == vector["error"], vector["name"]
            assert refused.value.code in oz_status._native.ERROR_CODES
            continue
        verdict = oz_status.resolve(payload, **options)
        assert verdict.to_json() == vector["verdict"], vector["name"]
        assert oz_status.resolve(payload.decode(), **options) == verdict
        assert oz_status.resolve(bytearray(payload), **options) == verdict
        assert oz_status.resolve(memoryview(payload), **options) == verdict
        assert oz_status.Folder.from_payload(payload).verdict(**options) == verdict
        kept = pickle.loads(pickle.dumps(verdict))
        assert (kept.to_json(), hash(kept)) == (vector["verdict"], hash(verdict))
    assert seen > 30


@pytest.mark.parametrize("name", NAMES)
def test_what_json_loads_gives(name: str) -> None:
    for vector in vectors(name):
        if "error" in vector:
            continue
        payload, options = payload_of(vector), vector["options"]
        try:
            built = json.loads(payload)
        except RecursionError:
            continue  # the text door has no such limit
        try:
            text = json.dumps(built, allow_nan=False)
        except ValueError:  # 1e999 is JSON, and what json.loads makes of it is not
            with pytest.raises(oz_status.OzStatusError):
                oz_status.resolve(built, **options)
            continue
        verdict = oz_status.resolve(built, **options)
        assert verdict == oz_status.resolve(text, **options), vector["name"]
        # Python writes a time of many digits as the double that it is, so its microseconds may differ
        if re.search(rb'"time_updated":\s*[\d.eE+-]{14,}', payload) is None:
            assert verdict.to_json() == vector["verdict"], vector["name"]


@pytest.mark.parametrize("name", NAMES)
def test_attributes_are_those_of_the_json(name: str) -> None:
    for vector in vectors(name):
        if "error" in vector:
            continue
        verdict = oz_status.resolve(payload_of(vector), **vector["options"])
        told = verdict.to_dict()
        assert told == json.loads(vector["verdict"])
        assert told == plain(verdict), vector["name"]
        assert verdict.is_pass is (told["decision"] == "ACCEPT")
        assert verdict.is_final is (told["decision"] != "WAIT")


def plain(verdict: oz_status.Verdict) -> dict[str, object]:
    return {
        "rules": verdict.rules,
        "folder_id": verdict.folder_id,
        "folder_status": str(verdict.folder_status),
        "system_resolution": str(verdict.system_resolution),
        "decision": str(verdict.decision),
        "determining": [
            {"index": each.index, "analyse_id": each.analyse_id, "group_id": each.group_id, "type": each.type}
            for each in verdict.determining
        ],
        "last_finished": list(verdict.last_finished),
        "groups": [
            {
                "group_id": each.group_id,
                "resolution": str(each.resolution),
                "finished_at_us": each.finished_at_us,
                "counts": {str(resolution): count for resolution, count in each.counts.items()},
            }
            for each in verdict.groups
        ],
        "required": [
            {"type": each.type, "resolution": str(each.resolution), "determining": list(each.determining)}
            for each in verdict.required
        ],
        "findings": [
            {
                "code": each.code,
                "path": each.path,
                "claimed": None if each.claimed is None else str(each.claimed),
                "computed": None if each.computed is None else str(each.computed),
                "reading": each.reading,
            }
            for each in verdict.findings
        ],
    }
