"""The headers under which a record kind's fields are found: their own, and those of other languages."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.records.fields import RecordKind
from sheets_sync.records.vocabulary.headers import HEADERS, INSTEAD, MAYBE


def with_words(kind: RecordKind) -> RecordKind:
    """The kind with the synonyms of its headers."""
    synonyms, maybe = HEADERS.get(kind.name, {}), MAYBE.get(kind.name, {})
    instead = INSTEAD.get(kind.name, {})
    fields = tuple(
        replace(
            each,
            synonyms=synonyms.get(each.name, ()),
            maybe=maybe.get(each.name, ()),
            instead=instead.get(each.name, ()),
        )
        for each in kind.fields
    )
    return replace(kind, fields=fields)
