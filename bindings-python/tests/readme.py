"""Runs the Python of a document as written: every block as a doctest. Needs the standard library alone."""

import doctest
import re
import sys
from pathlib import Path


def run(document: Path) -> int:
    """Runs the blocks in one scope, and gives how many examples there were."""
    blocks = re.findall(r"^```python\n(.*?)^```", document.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    text = "\n".join(blocks)
    test = doctest.DocTestParser().get_doctest(text, {}, document.name, str(document), 0)
    runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
    runner.run(test)
    if runner.failures or not runner.tries:
        raise SystemExit(f"{document.name}: {runner.failures} of {runner.tries} examples failed")
    return runner.tries


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(f"{name}: {run(Path(name))} examples ran")
