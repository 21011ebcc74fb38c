"""Where the document is silent: what is assumed, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.marked_yaml import Map, Node, Sequence
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.show import assumptions


def counted_assumptions(subject: Subject) -> Iterator[Problem]:
    """How much of the ruleset is only assumed."""
    count = len(assumptions(subject.ruleset))
    if count:
        says = "1 assumption stands" if count == 1 else f"{count} assumptions stand"
        at = FileLine(subject.ruleset.files[-1])
        message = f"{says} where the document is silent."
        yield Problem(message, at, "sheets-sync rules show lists them, to be confirmed.", Severity.NOTE)


def still_open(subject: Subject) -> Iterator[Problem]:
    """Settings that are marked `ask`: the document leaves them open."""
    for path, at in _asked(subject.tree, ()):
        if path[0] != "info":
            message = f"{' > '.join(path)}: still open."
            yield Problem(message, at, "Ask the organisers and write it here.", Severity.NOTE)


def _asked(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], FileLine]]:
    if isinstance(node, Map):
        for key, child in node.items.items():
            yield from _asked(child, (*path, key))
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from _asked(child, path)
    elif node.text == "ask":
        yield path, node.at
