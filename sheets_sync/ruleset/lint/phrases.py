"""Every sanction that a ruleset writes, with the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.tariff import Cost
from sheets_sync.ruleset.lint.subject import Part, RulePath, Subject
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
        yield from (WrittenPhrase((*part.path, *path), phrase) for path, phrase in _written(part))


def _written(part: Part) -> Iterator[tuple[RulePath, Phrase]]:
    shared = Item.model_fields
    for name, field in type(part.item).model_fields.items():
        key = field.alias or name
        if key in part.node.items and name not in shared:
            yield from ((((key, *path)), phrase) for path, phrase in _inside(getattr(part.item, name)))


def _inside(value: object) -> Iterator[tuple[RulePath, Phrase]]:
    if isinstance(value, Phrase):
        yield (), value
    elif isinstance(value, Cost):
        yield from _inside([*value.fixed, value.low, value.high])
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        yield from _keyed({field.alias or name: getattr(value, name) for name, field in fields})
    elif isinstance(value, Mapping):
        yield from _keyed(value)
    elif isinstance(value, list | tuple):
        yield from (found for item in value for found in _inside(item))


def _keyed(values: Mapping[object, object]) -> Iterator[tuple[RulePath, Phrase]]:
    for key, value in values.items():
        yield from (((str(key), *path), phrase) for path, phrase in _inside(value))
