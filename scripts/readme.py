"""The README's Python, JavaScript and C examples run as written, on what was packed: STAGE is that of conformance.sh."""

import pathlib
import re
import subprocess
import sys

root = pathlib.Path(__file__).resolve().parent.parent
stage = pathlib.Path(sys.argv[1])
library = sys.argv[2]
readme = (root / "README.md").read_text(encoding="utf-8")

C_PROGRAM = """#include <oz_status.h>
#include <stdio.h>
#include <string.h>
int main(void) {
%s
return !(error == OZ_OK && verdict.decision == OZ_DECISION_ACCEPT);
}
"""


def example(language):
    found = re.findall(rf"```{language}\n(.*?)```", readme, flags=re.S)
    assert len(found) == 1, f"{len(found)} {language} examples"
    return found[0]


def run(name, expected, *command, **more):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    if done.returncode or done.stdout.strip() != expected:
        sys.exit(f"README, {name}: expected {expected!r}, found {done.stdout!r} {done.stderr}")
    print(f"README, {name}: {expected}")


python = example("python")
run("Python", python.strip().rpartition("# ")[2], stage / "venv/bin/python", "-c", python)

script = stage / "npm/readme.mjs"
script.write_text(example("js"), encoding="utf-8")
run("JavaScript", "WAIT", "node", script)

program = stage / "readme.c"
program.write_text(C_PROGRAM % example("c"), encoding="utf-8")
include = root / "bindings-c/include"
subprocess.run(
    ["cc", "-Wall", "-Wextra", "-Werror", f"-I{include}", program, library, "-lpthread", "-ldl", "-lm", "-o", stage / "readme"],
    check=True,
)
run("C", "welcome", stage / "readme")
