"""Who is meant by a name as it is written: looked up exactly, then looser; a near miss is only proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sheets_sync.cells import CellRef
from sheets_sync.records.loose_names import STEPS, aside, bared, number_beside
from sheets_sync.records.names import fold

_CLOSE_ENOUGH = 80.0
Spelt = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Looser:
    """One looser form of every entrant's names -> whose it is: of the whole name, and of the name without its
    clan tag and the like."""

    whole: Spelt
    bare: Spelt


@dataclass(frozen=True, slots=True)
class NameBook:
    """Folded spelling -> driver key, aliases among them. ``names`` gives the name to show for each key,
    ``numbers`` the car number; ``groups`` pool and class, folded; ``left_out``: where names stand in the
    entry list whose rows can't be used. It is ``complete`` once every entry was read. ``near``: what is
    proposed for a near miss, also without tags. ``alias_tab``: where a person may confirm a spelling."""

    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, CellRef] = field(default_factory=dict)
    complete: bool = True
    numbers: Mapping[str, str] = field(default_factory=dict)
    platforms: Spelt = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)
    looser: tuple[Looser, ...] = ()
    near: Mapping[str, str] = field(default_factory=dict)
    alias_tab: str = ""
    asked: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    proposed: dict[str, str | None] = field(default_factory=dict, compare=False, repr=False)

    def find(self, text: str) -> str | None:
        """The key of the only driver who can be meant, or None."""
        found = self.candidates(text)
        return next(iter(found)) if len(found) == 1 else None

    def candidates(self, text: str) -> frozenset[str]:
        """Whom the text can mean: by the very name or an alias, else by a looser form or the platform id,
        else by the car number."""
        exact = self.keys.get(fold(text))
        if exact is not None:
            return frozenset((exact,))
        if text not in self.asked:
            named = self.by_looser_form(text) | self.platforms.get(fold(text), frozenset())
            holders = self.by_number(number_beside(text) if named else text)
            self.asked[text] = named if named & holders else named | holders
        return self.asked[text]

    def by_looser_form(self, text: str) -> frozenset[str]:
        """Whom the first step names that names anybody. A tag may be missing on one side, but two differing
        ones are two people."""
        for form, known in zip(STEPS, self.looser, strict=False):
            whole = form(text)
            found = known.whole.get(whole, frozenset())
            if not found:
                found = known.bare.get(whole, frozenset()).union(
                    *(known.whole.get(form(bare), frozenset()) for bare in (*bared(text), aside(text)))
                )
            if whole and found:
                return found
        return frozenset()

    def by_number(self, text: str) -> frozenset[str]:
        """Whose car number it is: ``44``, ``#44``. ``007`` is first that very number, then 7."""
        number = fold(text).lstrip("# ")
        if not number.isdigit():
            return frozenset()
        same = frozenset(key for key, own in self.numbers.items() if fold(own).lstrip("# ") == number)
        return same or frozenset(
            key for key, own in self.numbers.items() if fold(own).lstrip("#0 ") == number.lstrip("0")
        )

    def nearest(self, text: str) -> str | None:
        """The name to propose for a text that is nobody's, or None."""
        from rapidfuzz import fuzz, process

        if text in self.proposed:
            return self.proposed[text]
        known = self.near or self.keys
        asked = (
            process.extractOne(fold(each), list(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
            for each in (text, *bared(text))
        )
        hit = next(filter(None, asked), None)
        self.proposed[text] = self.names[known[hit[0]]] if hit else None
        return self.proposed[text]

    def shown(self, keys: Iterable[str]) -> str:
        """Their names, for a sentence."""
        return " or ".join(sorted(f"'{self.names[key]}'" for key in keys))


def looser_forms(spelt: Mapping[str, str]) -> tuple[Looser, ...]:
    """For every spelling -> key. A looser form that two drivers share is both's, so that it names neither."""
    return tuple(
        Looser(
            _by_form((form(text), key) for text, key in spelt.items()),
            _by_form((form(bare), key) for text, key in spelt.items() for bare in bared(text)),
        )
        for form in STEPS
    )


def _by_form(pairs: Iterator[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for form, key in pairs:
        if form:
            found[form] = found.get(form, frozenset()) | {key}
    return found
