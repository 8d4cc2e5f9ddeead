"""`Folder`: sightings in any order."""

from __future__ import annotations

import copy
import itertools
import json
import pickle
from typing import TYPE_CHECKING

import pytest
from conftest import payload_of, vectors
from hypothesis import given
from hypothesis import strategies as st
from oz_status import Decision, Folder, OzStatusError, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

RUNS = {"analyse_id": "a", "state": "PROCESSING", "time_updated": 1700000001}
ENDS = {"analyse_id": "a", "state": "FINISHED", "resolution": "SUCCESS", "time_updated": 1700000002}
SPOOF = {"analyse_id": "b", "group_id": "g", "type": "QUALITY", "resolution": "DECLINED", "time_updated": 1700000003}


def test_any_order() -> None:
    for order in itertools.permutations([RUNS, ENDS, SPOOF, RUNS]):
        folder = Folder()
        for sighting in order:
            folder.observe(sighting)
        assert folder.verdict().decision is Decision.REJECT
        assert folder.sightings == 4


def test_one_by_one_is_as_at_once() -> None:
    for vector in vectors("sightings"):
        payload = json.loads(payload_of(vector))
        analyses = payload["analyses"] if isinstance(payload, dict) else payload
        if "error" in vector or not isinstance(analyses, list):
            continue
        folder = Folder()
        for sighting in analyses:
            folder.observe(json.dumps(sighting))
        assert folder.verdict(**vector["options"]) == resolve(analyses, **vector["options"]), vector["name"]


def test_every_kind_of_text() -> None:
    text = json.dumps(ENDS)
    for sighting in (ENDS, text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        folder = Folder()
        folder.observe(sighting)
        assert folder.verdict().is_pass


def test_what_is_required_may_use_the_folder_itself() -> None:
    folder = Folder()

    def types() -> Iterator[str]:
        folder.observe({"analyse_id": "a", "type": "QUALITY", "resolution": "DECLINED"})
        yield "QUALITY"

    assert folder.verdict(require=types()).decision is Decision.REJECT
    assert folder.sightings == 1


def test_a_refused_sighting_changes_nothing() -> None:
    folder = Folder()
    folder.observe(ENDS)
    before = folder.verdict()
    for sighting, code in [
        ({}, "missing_outcome"),
        ([ENDS], "wrong_shape"),
        ("", "invalid_json"),
        ({**ENDS, "state": "DONE"}, "unknown_word"),
        ({**ENDS, "time_updated": 1700000002000}, "time_out_of_range"),
        (b"\xff", "invalid_utf8"),
    ]:
        with pytest.raises(OzStatusError) as refused:
            folder.observe(sighting)
        assert refused.value.code == code
    assert folder.verdict() == before
    assert folder.sightings == 1


def test_begins_with_a_payload_and_goes_on() -> None:
    folder = Folder.from_payload({"folder_id": "f", "system_resolution": "SUCCESS", "analyses": [RUNS]})
    assert folder.verdict().decision is Decision.WAIT
    folder.observe(ENDS)
    verdict = folder.verdict()
    assert (verdict.folder_id, verdict.decision, verdict.findings) == ("f", Decision.ACCEPT, ())
    with pytest.raises(OzStatusError):
        folder.observe({**SPOOF, "folder_id": "other"})


def test_a_callback_keeps_its_state_and_paths() -> None:
    text = '{"state":"processing","analyses":{"quality":{"state":"finished","resolution":"operator_required"}}}'
    folder = Folder.from_payload(bytearray(text.encode()))
    assert folder.verdict() == resolve(text)
    assert folder.verdict().findings[0].path == 'analyses["quality"]'


def test_copies_go_their_own_way() -> None:
    folder = Folder.from_payload([RUNS])
    for twin in (folder.copy(), copy.copy(folder), copy.deepcopy(folder)):
        twin.observe(ENDS)
        assert twin.verdict().is_pass
        assert folder.verdict().decision is Decision.WAIT
    assert repr(folder) == "<oz_status.Folder of 1 sightings>"


def test_wrong_use() -> None:
    folder = Folder()
    with pytest.raises(TypeError):
        folder.verdict("QUALITY")
    with pytest.raises(TypeError):
        folder.verdict(required="QUALITY")
    with pytest.raises(TypeError):
        Folder([])
    with pytest.raises(TypeError):
        folder.observe()
    with pytest.raises(TypeError):
        pickle.dumps(folder)


sightings = st.fixed_dictionaries(
    {"resolution": st.sampled_from(["SUCCESS", "DECLINED", "FAILED", "OPERATOR_REQUIRED", "PROCESSING"])},
    optional={
        "analyse_id": st.sampled_from("abc"),
        "time_updated": st.integers(1_700_000_000, 1_700_000_003),
        "type": st.sampled_from(["QUALITY", "BIOMETRY"]),
    },
)


@given(st.lists(sightings, max_size=6))
def test_folder_is_resolve(analyses: list[dict[str, object]]) -> None:
    folder = Folder()
    try:
        for sighting in analyses:
            folder.observe(sighting)
    except OzStatusError as error:
        with pytest.raises(OzStatusError) as refused:
            resolve(analyses)
        assert refused.value.code == error.code
    else:
        assert folder.verdict(require="QUALITY") == resolve(analyses, require="QUALITY")
