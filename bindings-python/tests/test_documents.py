"""Every public thing has words and they are true: docstrings and the README run."""

from __future__ import annotations

import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path

import oz_status
import readme

PUBLIC = [name for name in oz_status.__all__ if not name.startswith("__") and name.isidentifier()]
VALUES = {"RULES_VERSION", "FindingCode", "Reading"}


def documented() -> Iterator[tuple[str, object]]:
    yield "oz_status", oz_status
    for name in PUBLIC:
        if name in VALUES:
            continue
        thing = getattr(oz_status, name)
        yield name, thing
        if isinstance(thing, type):
            for key, member in vars(thing).items():
                if not key.startswith("_") and (inspect.isroutine(member) or inspect.isdatadescriptor(member)):
                    yield f"{name}.{key}", member


def test_everything_public_is_documented() -> None:
    slots = {f"{name}.{key}" for name in PUBLIC for key in getattr(getattr(oz_status, name), "__slots__", None) or ()}
    without = [name for name, thing in documented() if not inspect.getdoc(thing) and name not in slots]
    assert without == []


def test_examples_of_docstrings_run() -> None:
    parser, tried = doctest.DocTestParser(), 0
    for name, thing in documented():
        runner = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL)
        scope = dict(vars(oz_status))
        runner.run(parser.get_doctest(inspect.getdoc(thing) or "", scope, name, None, 0))
        assert runner.failures == 0, name
        tried += runner.tries
    assert tried > 50


def test_examples_that_raise_say_why() -> None:
    # IGNORE_EXCEPTION_DETAIL forgives the module of an exception, and its message too: here are the messages
    for name, thing in documented():
        for example in doctest.DocTestParser().get_examples(inspect.getdoc(thing) or ""):
            if example.exc_msg is None:
                continue
            scope = dict(vars(oz_status))
            try:
                exec(example.source, scope)
            except NameError:
                continue  # stands on a line before it
            except Exception as error:
                assert str(error) in example.exc_msg, name


def test_readme_runs() -> None:
    assert readme.run(Path(__file__).parents[1] / "README.md") > 20


def test_all_is_what_there_is() -> None:
    public = {
        name for name, value in vars(oz_status).items() if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public <= set(oz_status.__all__)
    assert all(hasattr(oz_status, name) for name in oz_status.__all__)


def test_signatures_are_told() -> None:
    assert str(inspect.signature(oz_status.resolve)) == "(payload, *, require=(), operator_review=True)"
    assert str(inspect.signature(oz_status.Folder.verdict)) == "(self, /, *, require=(), operator_review=True)"
    assert str(inspect.signature(oz_status.group_results)) == "(codes, offsets)"
