"""The table of scripts/coverage.sh, and its judgement. Tests inside core do not count: their messages are not reached."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def product(path):
    """The lines of a file without the tests at its end."""
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    tests = [number for number, line in enumerate(lines) if line.endswith("mod tests {")]
    return lines[: tests[0]] if tests else lines


def label(text, number):
    """The text of a line; of a closing brace that of the line which opened it."""
    line = text[number - 1]
    if line.strip() == "}":
        indent = line.removesuffix("}")
        above = (line for line in reversed(text[: number - 1]) if line.startswith(indent))
        line = next(line for line in above if line[len(indent)] not in " })")
    return line.strip()


def regions(report):
    """For each file of core, where its regions begin and how often each was reached."""
    for file in report["data"][0]["files"]:
        path = file["filename"].removeprefix(f"{ROOT}/")
        if path.startswith("core/src/"):
            # line, column, count, whether it is counted, whether a region begins here, whether it is a gap
            yield path, [s[:3] for s in file["segments"] if s[3] and s[4] and not s[5]]


def lines_of(lcov):
    path, lines = None, {}
    for record in lcov.splitlines():
        name, _, value = record.partition(":")
        if name == "SF":
            path = value.removeprefix(f"{ROOT}/")
        elif name == "DA":
            number, count = value.split(",")[:2]
            lines.setdefault(path, []).append((int(number), int(count)))
    return lines


def main():
    report, lcov, listed = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
    excused = [line for line in listed.splitlines() if line and not line.startswith("#")]
    excused = {tuple(line.split(": ", 1)) for line in excused}
    used, missing, rows = set(), [], []
    lines = lines_of(lcov)
    for path, found in sorted(regions(json.loads(report))):
        text = product(path)
        found = [one for one in found if one[0] <= len(text)]
        counted = [one for one in lines.get(path, []) if one[0] <= len(text)]
        unreached = [(number, column) for number, column, count in found if count == 0]
        unreached += [(number, 1) for number, count in counted if count == 0]
        for number, column in sorted(unreached):
            key = (path, label(text, number))
            if key in excused:
                used.add(key)
            else:
                missing.append(f"{path}:{number}:{column}: {key[1]}")
        hit = sum(count > 0 for _, _, count in found)
        reached = sum(count > 0 for _, count in counted)
        rows.append((path, reached, len(counted), hit, len(found)))
    rows.append(("all of core", *(sum(row[place] for row in rows) for place in range(1, 5))))
    print(f"{'file':<36}{'lines':>12}{'regions':>12}")
    for path, reached, total, hit, all_regions in rows:
        print(f"{path:<36}{f'{reached}/{total}':>12}{f'{hit}/{all_regions}':>12}")
    for line in missing:
        print("not reached:", line)
    for path, text in sorted(excused - used):
        print(f"listed, but reached or gone: {path}: {text}")
    print(f"{len(used)} listed in scripts/uncovered.txt, {len(missing)} not listed")
    sys.exit(1 if missing or excused - used else 0)


main()
