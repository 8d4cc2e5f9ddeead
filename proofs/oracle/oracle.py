"""Runs payloads through the extracted oracle.

    oracle.py BINARY stream           NDJSON of {"payload" or "payload_hex", "options"} on stdin, a JSON line out for each
    oracle.py BINARY check FILE...    NDJSON with "verdict" or "error" too ("-" is stdin): compares, prints a line per file

A stream line is the modelled part of the verdict, or {"error": code} where the rules refuse,
or {"unread": why} where reading does.
"""

import json
import subprocess
import sys
import threading

from reading import Folder, Refused, projected

RULE_ERRORS = ("missing_outcome", "conflicting_groups", "conflicting_types")
BATCH = 2_000


def payload_of(case):
    return bytes.fromhex(case["payload_hex"]) if "payload_hex" in case else case["payload"].encode("utf-8")


class Oracle:
    def __init__(self, binary):
        self.binary = binary

    def answers(self, cases):
        folders = []
        for case in cases:
            try:
                folders.append(Folder(payload_of(case), case.get("options", {}).get("require", [])))
            except Refused as refused:
                folders.append(refused)
        lines = [folder.line for folder in folders if isinstance(folder, Folder)]
        text = "".join(line + "\n" for line in lines)
        run = subprocess.run([self.binary, "folders"], input=text, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit("the oracle broke: " + run.stderr.strip())
        out = run.stdout.splitlines()
        if len(out) != len(lines):
            sys.exit(f"the oracle answered {len(out)} of {len(lines)} folders")
        out = iter(out)
        for folder in folders:
            yield folder.answer(next(out)) if isinstance(folder, Folder) else {"unread": str(folder)}


def batches(lines):
    batch = []
    for line in lines:
        if line.strip():
            batch.append(json.loads(line))
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def stream(oracle):
    for batch in batches(sys.stdin):
        for answer in oracle.answers(batch):
            print(compact(answer), flush=True)


def differs(case, answer):
    if "verdict" in case:
        verdict = case["verdict"]
        expected = projected(json.loads(verdict) if isinstance(verdict, str) else verdict)
        return None if answer == expected else (expected, answer)
    code = case["error"]["code"]
    if code in RULE_ERRORS and answer.get("error") == code or "unread" in answer:
        return None
    return code, answer


def check(oracle, files):
    bad = False
    for path in files:
        verdicts = refusals = differences = 0
        lines = sys.stdin if path == "-" else open(path, encoding="utf-8")
        for batch in batches(lines):
            for case, answer in zip(batch, oracle.answers(batch)):
                if "verdict" in case:
                    verdicts += 1
                else:
                    refusals += 1
                found = differs(case, answer)
                if found:
                    differences += 1
                    if differences <= 5:
                        print(f"difference: {case.get('name')}\n  expected {compact(found[0])}\n  model    {compact(found[1])}",
                              file=sys.stderr)
        print(path, verdicts, refusals, differences)
        bad = bad or differences > 0 or verdicts + refusals == 0
    return 1 if bad else 0


def main():
    if len(sys.argv) < 3 or sys.argv[2] not in ("stream", "check") or (sys.argv[2] == "check" and len(sys.argv) < 4):
        sys.exit(__doc__)
    oracle = Oracle(sys.argv[1])
    if sys.argv[2] == "stream":
        return stream(oracle)
    return check(oracle, sys.argv[3:])


if __name__ == "__main__":
    # Skipped values may be nested deep, and the JSON reader of Python recurses.
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    sys.setrecursionlimit(10_000_000)
    threading.stack_size(1 << 29)
    result = []
    worker = threading.Thread(target=lambda: result.append(main()))
    worker.start()
    worker.join()
    sys.exit((result or [1])[0])
