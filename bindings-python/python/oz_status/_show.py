"""A verdict for people: one line, or a small tree in a notebook."""

from __future__ import annotations

from html import escape

from ._model import Finding, Group
from ._native import Verdict
from ._words import Decision, Resolution

_COLOURS = {
    Decision.ACCEPT: "#2e7d32",
    Decision.REVIEW: "#b26a00",
    Decision.REJECT: "#c62828",
    Decision.RETRY: "#6a1b9a",
    Decision.WAIT: "#546e7a",
}


def line(verdict: Verdict) -> str:
    """The ``repr``: ids are quoted, so that none can pretend to be more than an id."""
    told = [
        f"system_resolution={verdict.system_resolution}",
        f"folder_status={verdict.folder_status}",
        f"determining={[each.analyse_id or each.index for each in verdict.determining]!r}",
    ]
    if verdict.folder_id is not None:
        told.insert(0, f"folder_id={verdict.folder_id!r}")
    if verdict.required:
        told.append(f"required={ {each.type: str(each.resolution) for each in verdict.required}!r}")
    if verdict.findings:
        told.append(f"findings={[each.code for each in verdict.findings]!r}")
    return f"<Verdict {verdict.decision}: {', '.join(told)}>"


def html(verdict: Verdict) -> str:
    """A coloured tree. Every text of the payload is escaped, and no text of it becomes an attribute."""
    folder = "" if verdict.folder_id is None else f" folder <code>{escape(verdict.folder_id)}</code>"
    head = f"<b style='color:{_COLOURS[verdict.decision]}'>{verdict.decision}</b>{folder}"
    status = f"system resolution {_word(verdict.system_resolution)}, folder {verdict.folder_status}"
    items = [status, *(_group(verdict, group) for group in verdict.groups)]
    items += [f"required <code>{escape(each.type)}</code>: {_word(each.resolution)}" for each in verdict.required]
    items += [_finding(finding) for finding in verdict.findings]
    return f"<div>{head}{_list(items)}</div>"


def _list(items: list[str]) -> str:
    return f"<ul style='margin:0'>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else ""


def _word(resolution: Resolution) -> str:
    return f"<span style='color:{_COLOURS[resolution.decision]}'>{resolution}</span>"


def _group(verdict: Verdict, group: Group) -> str:
    name = "unnamed group" if group.group_id is None else f"group <code>{escape(group.group_id)}</code>"
    counts = ", ".join(f"{count} {_word(resolution)}" for resolution, count in group.counts.items() if count)
    last = ", last finished" if group.group_id in verdict.last_finished else ""
    decided = [
        f"decided by <code>{escape(each.analyse_id or f'analyses[{each.index}]')}</code> {escape(each.type or '')}"
        for each in verdict.determining
        if each.group_id == group.group_id
    ]
    return f"{name}: {_word(group.resolution)} ({counts}{last}){_list(decided)}"


def _finding(finding: Finding) -> str:
    words = "".join(
        f", {label} {word}"
        for label, word in (("claimed", finding.claimed), ("computed", finding.computed))
        if word is not None
    )
    return f"finding <i>{finding.code}</i> at <code>{escape(finding.path)}</code>{words}"
