"""No theorem rests on anything unproven.

    assumptions.py FOLDER LOGICAL_NAME [RULES.md]

Greps the sources, asks Coq for the assumptions of every theorem and lemma, and holds the names that RULES.md links
against the theorems there are. Prints "FILE THEOREMS LEMMAS" per file and "axioms 0", or fails and says why.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

STATEMENT = re.compile(r"^\s*(?:#\[[^\]]*\]\s*)?(?:Local\s+|Global\s+)?"
                       r"(Theorem|Lemma|Corollary|Proposition|Fact|Remark|Property)\s+([\w']+)", re.M)
FORBIDDEN = re.compile(r"\b(Axioms?|Parameters?|Conjectures?|Admitted|admit|give_up|Abort|bypass_check|Unset\s+Guard\s+Checking"
                       r"|Unset\s+Positivity\s+Checking|Unset\s+Universe\s+Checking|type-in-type)\b")
CLOSED = "Closed under the global context"
LINKED = re.compile(r"^Theorems: (.*?)(?:\n\n|\Z)", re.M | re.S)


def without_comments(text):
    """Comments may nest; what stands in them is not Coq."""
    kept, depth, place = [], 0, 0
    while place < len(text):
        pair = text[place:place + 2]
        if pair == "(*":
            depth, place = depth + 1, place + 2
        elif pair == "*)" and depth:
            depth, place = depth - 1, place + 2
        else:
            if not depth:
                kept.append(text[place])
            place += 1
    return "".join(kept)


def assumptions(folder, logical, names):
    # One answer per question, in order; a marker keeps them apart.
    lines = [f"Require {logical}.{file}." for file in names]
    asked = [f"{logical}.{file}.{name}" for file, found in names.items() for _, name in found]
    lines += [f"Print Assumptions {name}." for name in asked]
    with tempfile.TemporaryDirectory() as scratch:
        question = pathlib.Path(scratch, "question.v")
        question.write_text("\n".join(lines) + "\n")
        run = subprocess.run(["coqc", "-q", "-Q", str(folder), logical, str(question)], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("coqc could not be asked:\n" + run.stderr)
    answers = re.split(rf"^(?={CLOSED}|Axioms:)", run.stdout, flags=re.M)[1:]
    if len(answers) != len(asked):
        sys.exit(f"asked about {len(asked)} statements, answered {len(answers)}")
    return [f"{name}: {answer.strip()}" for name, answer in zip(asked, answers) if answer.strip() != CLOSED]


def main(folder, logical, rules=None):
    faults, names = [], {}
    for path in sorted(pathlib.Path(folder).glob("*.v")):
        text = without_comments(path.read_text(encoding="utf-8"))
        faults += [f"{path.name}: {found.group(0)}" for found in FORBIDDEN.finditer(text)]
        names[path.stem] = STATEMENT.findall(text)
    if faults:
        sys.exit("not proven:\n" + "\n".join(faults))
    if not any(names.values()):
        sys.exit("no theorem found")
    faults = assumptions(folder, logical, names)
    if faults:
        sys.exit("rests on axioms:\n" + "\n".join(faults))
    if rules:
        theorems = [name for found in names.values() for kind, name in found if kind == "Theorem"]
        if len(set(theorems)) < len(theorems):
            sys.exit("two theorems of one name: a link would not say which")
        theorems = set(theorems)
        linked = {name for line in LINKED.findall(pathlib.Path(rules).read_text(encoding="utf-8"))
                  for name in re.findall(r"`(\w+)`", line)}
        if not linked:
            sys.exit("no theorem is linked")
        if linked - theorems:
            sys.exit("linked, but no theorem: " + ", ".join(sorted(linked - theorems)))
        print("linked", len(linked))
    for file, found in names.items():
        theorems = sum(kind == "Theorem" for kind, _ in found)
        print(file, theorems, len(found) - theorems)
    print("axioms 0")


main(*sys.argv[1:])
