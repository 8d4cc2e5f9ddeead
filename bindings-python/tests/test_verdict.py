"""`Verdict`, its parts, its looks, and errors as objects."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime

import pytest
from oz_status import Counts, Decision, FolderStatus, OzStatusError, Resolution, Tally, Verdict, _native, resolve

HOSTILE = "<script>alert('&\"')</script>"


def test_attributes(folder_payload: bytes) -> None:
    verdict = resolve(folder_payload, require=["QUALITY", "BIOMETRY"])
    assert verdict.decision is Decision.REJECT
    assert verdict.system_resolution is Resolution.SUCCESS
    assert verdict.folder_status is FolderStatus.FINISHED
    assert (verdict.is_final, verdict.is_pass, verdict.rules) == (True, False, 1)
    assert [each.index for each in verdict.determining] == [1]
    assert verdict.last_finished == (verdict.groups[1].group_id,)
    assert verdict.required[0].resolution is Resolution.DECLINED
    assert verdict.groups[0].finished_at == datetime(2024, 3, 1, 10, 0, 7, 800_000, tzinfo=UTC)
    finding = verdict.findings[0]
    assert (finding.code, finding.computed, finding.is_contradiction) == (
        "earlier_group_worse",
        Resolution.DECLINED,
        False,
    )
    assert isinstance(verdict.determining, tuple)
    assert verdict.groups is verdict.groups


def test_findings_quote_members_of_the_right_vocabulary() -> None:
    findings = resolve('{"resolution_status":"FAILED","system_resolution":"FAILED","analyses":[]}').findings
    assert [(each.claimed, each.is_contradiction) for each in findings] == [
        (Resolution.FAILED, True),
        (FolderStatus.FAILED, True),
    ]
    assert findings[1].computed is FolderStatus.INITIAL


def test_immutable(folder_payload: bytes) -> None:
    verdict = resolve(folder_payload)
    for name in ("decision", "groups", "new"):
        with pytest.raises(AttributeError):
            setattr(verdict, name, None)
    for part in (verdict.determining[0], verdict.groups[0], verdict.findings[0]):
        with pytest.raises((AttributeError, TypeError)):
            part.code = "x"  # type: ignore[union-attr, misc, assignment]
    with pytest.raises(TypeError):
        Verdict()
    with pytest.raises(TypeError):
        type("More", (Verdict,), {})
    told = verdict.to_dict()
    told.clear()
    assert verdict.to_dict() != told


def test_no_truth_and_no_order(folder_payload: bytes) -> None:
    verdict = resolve(folder_payload)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(verdict)
    with pytest.raises(TypeError):
        verdict < verdict  # type: ignore[operator]


def test_equality_and_hash(folder_payload: bytes) -> None:
    verdict, twin, other = resolve(folder_payload), resolve(folder_payload.decode()), resolve(b"[]")
    assert verdict == twin
    assert hash(verdict) == hash(twin)
    assert verdict != other
    assert verdict != verdict.to_json()
    assert verdict.to_json() != verdict
    assert {verdict, twin, other} == {verdict, other}
    assert hash(verdict.groups) == hash(twin.groups)
    assert hash(verdict.findings) == hash(twin.findings)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_travels(folder_payload: bytes, protocol: int) -> None:
    verdict = resolve(folder_payload, require=["QUALITY", HOSTILE])
    kept = pickle.loads(pickle.dumps(verdict, protocol))
    for twin in (kept, pickle.loads(pickle.dumps(kept)), copy.copy(verdict), copy.deepcopy(verdict)):
        assert twin == verdict
        assert (twin.decision, twin.is_pass, twin.is_final) == (verdict.decision, verdict.is_pass, verdict.is_final)
        for name in ("rules", "folder_id", "determining", "last_finished", "groups", "required", "findings"):
            assert getattr(twin, name) == getattr(verdict, name)
    assert pickle.loads(pickle.dumps(verdict.groups)) == verdict.groups
    assert copy.deepcopy(verdict) is verdict


def test_a_pickle_that_was_changed_is_refused(folder_payload: bytes) -> None:
    verdict = resolve(folder_payload)
    restore, (text, words, is_pass, facts) = verdict.__reduce__()
    assert restore(text, words, is_pass, facts) == verdict
    for wrong in ((0, 1, 49), (17, 17, 49), (17, 1, 1), (17, 1, 0)):
        with pytest.raises(ValueError, match="no code"):
            restore(text, wrong, is_pass, facts)


def test_counts(folder_payload: bytes) -> None:
    counts = resolve(folder_payload).groups[0].counts
    assert counts["declined"] == counts[Resolution.DECLINED] == 1
    assert list(counts) == [resolution for resolution in Resolution if resolution in counts]
    assert Tally.from_counts(counts).total == sum(counts.values()) == 1
    assert counts == Counts({"SUCCESS": 0, "OPERATOR_REQUIRED": 0, "DECLINED": 1, "FAILED": 0, "PROCESSING": 0})
    assert hash(counts) == hash(pickle.loads(pickle.dumps(counts)))
    assert "INITIAL" not in counts
    with pytest.raises(TypeError):
        counts["SUCCESS"] = 1  # type: ignore[index]


def test_repr_and_html_escape() -> None:
    payload = [
        {"analyse_id": HOSTILE, "group_id": HOSTILE, "type": HOSTILE, "folder_id": HOSTILE, "resolution": "DECLINED"},
        {"analyse_id": HOSTILE, "resolution": "SUCCESS"},
    ]
    verdict = resolve({"analyses": payload, "system_resolution": "SUCCESS"}, require=[HOSTILE, "x\nREJECT"])
    page = verdict._repr_html_()
    assert "<script" not in page.lower()
    assert "&lt;script&gt;" in page
    assert page.count("<") == page.count(">")
    assert "REJECT" in page
    assert "\n" not in repr(verdict)
    assert repr(verdict).startswith("<Verdict REJECT: folder_id=")
    assert str(verdict) == repr(verdict)
    assert repr(resolve(b"[]")) == "<Verdict WAIT: system_resolution=INITIAL, folder_status=INITIAL, determining=[]>"


def test_an_error_is_an_object() -> None:
    with pytest.raises(OzStatusError) as refused:
        resolve(b"[\n}")
    error = refused.value
    names = ("code", "path", "found", "expected", "line", "column", "row", "args")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(twin) is OzStatusError
        assert [getattr(twin, name) for name in names] == [getattr(error, name) for name in names]
    assert (error.line, error.row) == (2, None)
    assert type(error).__module__ == "oz_status"
    assert pickle.loads(pickle.dumps(OzStatusError("bare"))).code == ""


def test_canonical_bytes_with_awkward_names() -> None:
    name = '\x00\x1f\x7f\u2028"\\/\t é 😀'
    verdict = resolve([{"analyse_id": name, "type": name, "resolution": "SUCCESS"}])
    assert json.loads(verdict.to_json())["determining"][0]["analyse_id"] == name
    assert verdict.determining[0].analyse_id == name
    assert '"\\u0000\\u001f\x7f\u2028\\"\\\\/\\t é 😀"' in verdict.to_json()


def test_versions() -> None:
    import oz_status

    assert oz_status.RULES_VERSION == resolve(b"[]").rules == _native.RULES_VERSION
    from importlib.metadata import version

    assert oz_status.__version__ == version("oz-status")
