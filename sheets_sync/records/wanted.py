"""Which header texts are looked for in a tab: those that league.yaml names, else those of the record kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.league_file import TabRead
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header_texts import Texts
from sheets_sync.records.names import fold, header_key


@dataclass(frozen=True, slots=True)
class Wanted:
    """The texts of one field: ``ranks``, where one that comes first hides those of the later ones; ``maybe``:
    words that are taken only where a needed field has none of them."""

    ranks: tuple[tuple[str, ...], ...]
    maybe: tuple[str, ...] = ()
    instead: tuple[tuple[str, ...], ...] = ()

    @property
    def first(self) -> str:
        return self.ranks[0][0]

    @property
    def sure(self) -> frozenset[str]:
        """Those that are meant wherever they stand, folded as headers are compared."""
        return frozenset(header_key(text) for rank in self.ranks for text in rank)

    @property
    def keys(self) -> frozenset[str]:
        """All of them, folded."""
        return self.sure | set(map(header_key, self.maybe))

    def columns(self, present: Texts, needed: bool) -> list[int]:
        """Where one of them stands; more than one column is for a person to decide."""
        ranks = (*self.ranks, self.maybe) if needed else self.ranks
        return next((hits for texts in ranks if (hits := _hits(texts, present))), [])

    def stand_in(self, present: Texts) -> int | None:
        """The column of another field that says who or what is meant, too."""
        found = next((hits for texts in self.instead if (hits := _hits(texts, present))), [])
        return found[0] if len(found) == 1 else None


def _hits(texts: Iterable[str], present: Texts) -> list[int]:
    """Those that differ by capitals and accents; where there are none, by full stops and the like, too."""
    for alike in (fold, header_key):
        keys = set(map(alike, texts))
        hits = [column for column, names in present.items() if any(alike(text) in keys for text in names)]
        if hits:
            return hits
    return []


def wanted_headers(kind: RecordKind, tab: TabRead, given: Collection[str] = ()) -> Mapping[str, Wanted]:
    """Field -> the texts to look for; the fields that league.yaml names come first. ``given``: fields that
    have no column."""
    found = {name: Wanted(((text,),)) for name, text in tab.columns.items()}
    taken = {header_key(text) for text in tab.columns.values()}
    for field in kind.fields:
        if field.name in found or field.name in tab.set or field.name in given:
            continue
        ranks = tuple(left for texts in field.ranks if (left := _without(texts, taken)))
        if ranks:
            found[field.name] = Wanted(ranks, _without(field.maybe, taken), field.instead)
    return found


def _without(texts: Iterable[str], taken: Collection[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if header_key(text) not in taken)
