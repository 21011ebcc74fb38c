"""What a coordinator's own header is known by: which text means which column of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sheets_sync.records.names import header_key
from sheets_sync.tables.header_words import field_of, other_texts, own_texts
from sheets_sync.tables.table import Column

SUBJECTS = ("name", "driver")
"""The columns that say whom a row is about."""


@dataclass(frozen=True)
class Looked:
    """What is looked for. ``columns``: all of the table's; ``texts``: header -> column as league.yaml has
    it; ``needed``: the columns that have to be there; ``is_chosen``: league.yaml says which;
    ``words``: the league's own, header -> column."""

    columns: tuple[Column, ...]
    texts: Mapping[str, str]
    needed: frozenset[str]
    is_chosen: bool
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Folded header -> column. Ours come before the words that mean the same."""
        found: dict[str, str] = {
            header_key(text): key for text, key in [*self.texts.items(), *self.words.items()]
        }
        free = [each for each in self.columns if each.key not in self.texts.values()]
        for texts_of in (own_texts, other_texts):
            for column in free:
                for text in sorted(texts_of(column)):
                    found.setdefault(text, column.key)
        return found

    @property
    def fewest(self) -> int:
        """So many columns make a header."""
        return min(2, len(self.needed if self.is_chosen else self.columns))

    def title(self, key: str) -> str:
        """What the header of a column is called, for messages."""
        own = next((column.title for column in self.columns if column.key == key), key)
        return next((text for text, each in self.texts.items() if each == key), own)


def looked_for(
    columns: tuple[Column, ...],
    keys: Sequence[str] | None,
    texts: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
) -> Looked:
    """``keys`` and ``texts``: what league.yaml says of the columns. Without it whom a row is about must be
    there; of a table without such a column, as of pools with their drivers, all. ``words``: field of records
    -> the league's own headers."""
    shown = [column.key for column in columns if not column.extra]
    subject = [key for key in shown if key in SUBJECTS][:1] or shown
    needed, is_chosen = frozenset(subject if keys is None else keys), keys is not None
    own = {text: column.key for column in columns for text in words.get(field_of(column), ())}
    return Looked(columns, texts, needed, is_chosen, own)
