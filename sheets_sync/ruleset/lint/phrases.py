"""Every sanction that a ruleset writes, with the path to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.ruleset.leaves import leaves
from sheets_sync.ruleset.lint.subject import RulePath, Subject
from sheets_sync.ruleset.phrases import Phrase


@dataclass(frozen=True, slots=True)
class WrittenPhrase:
    path: RulePath
    phrase: Phrase

    @property
    def title(self) -> str:
        return " > ".join(self.path)


def phrases(subject: Subject) -> Iterator[WrittenPhrase]:
    """What rules and exceptions write themselves; defaults that nobody wrote aren't among them."""
    for part in subject.parts():
        for path, value in leaves(part.item):
            if isinstance(value, Phrase) and path[0] in part.node.items:
                yield WrittenPhrase((*part.path, *path), value)
