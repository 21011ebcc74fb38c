"""What a ruleset makes use of, asked by the tables that say which tabs and columns it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from sheets_sync.records.calendar import KIND as CALENDAR
from sheets_sync.records.names import fold
from sheets_sync.records.results import KIND as RESULTS
from sheets_sync.ruleset.columns import field_of
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.notices import Notice
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.leaves import leaves
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction

AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True)
class Uses:
    """``measures``, ``sanctions``: everything that rankings compare and that may follow, in any round."""

    ruleset: Ruleset
    measures: frozenset[Measure]
    phrases: frozenset[Phrase]

    @classmethod
    def of(cls, ruleset: Ruleset) -> Uses:
        found = list(_values(ruleset))
        measures = frozenset(each for each in found if isinstance(each, Measure))
        return cls(ruleset, measures, frozenset(each for each in found if isinstance(each, Phrase)))

    def every(self, section: str, model: type[AnyItem]) -> Iterator[AnyItem]:
        """The rules of a section, each in every form that it takes."""
        for name, _, rule in self.ruleset.rules():
            if name == section:
                yield from (each for each in (rule.usual, *rule.variants()) if isinstance(each, model))

    @property
    def pools(self) -> list[str]:
        """The pools in order; none where there is only one."""
        pools = self.ruleset.pools
        names = [name for each in (pools.usual, *pools.variants()) for name in each.names]
        return [] if set(names) <= {"one"} else list(dict.fromkeys(names))

    @property
    def sessions(self) -> list[str]:
        rounds = self.ruleset.rounds
        return list(dict.fromkeys(name for each in rounds for name in self.ruleset.programme(each.number)))

    @property
    def codes(self) -> list[str]:
        """The codes of the tariff, in its order."""
        tariff = self.ruleset.tariff
        return list(dict.fromkeys(code for each in (tariff.usual, *tariff.variants()) for code in each.codes))

    @property
    def awards(self) -> list[str]:
        """Codes that points or tallies name and the tariff doesn't price."""
        named = [each.name.upper() for each in self.measures if each.kind == "code"]
        named += [
            name for tally in self.every("tallies", Tally) for name in tally.counts if self._is_code(name)
        ]
        named += [code.upper() for _, _, rule in self.ruleset.rules() for code in _jokers(rule.scopes)]
        return sorted(dict.fromkeys(name for name in named if name not in self.codes))

    def _is_code(self, name: str) -> bool:
        words = {"every code", "every penalty", *self.ruleset.statuses, *(each.value for each in Sanction)}
        words |= {str(each) for each in self.phrases}
        return name not in words and not name.startswith("column ")

    def sanction(self, *sanctions: Sanction) -> bool:
        return any(each.sanction in sanctions for each in self.phrases)

    def compares(self, *kinds: str) -> bool:
        """Whether any ranking, tie-break or table goes by one of these measures."""
        return any(each.kind in kinds for each in self.measures)

    def columns(self, kind: str) -> list[str]:
        """The columns of a tab that rules name, as they write them."""
        checks = [check for check in self.every("checks", Check) if check.tab == kind]
        named = [name for check in checks for name in (check.column, check.unique_in) if name]
        if kind == "cases":
            named += self._of_cases()
        named += [each.name for each in self.measures if each.kind == "column" and _home(each.name) == kind]
        named += self._of_drivers() if kind == "entries" else []
        named += self._counted() if kind == "results" else []
        return list(dict.fromkeys(named))

    def announces(self, field: str) -> bool:
        """Whether a notice has to tell what stands in that column of the calendar."""
        told = (name for notice in self.every("notices", Notice) for name in notice.fields)
        return any(field_of(CALENDAR.name, name) == field for name in told)

    def _of_drivers(self) -> list[str]:
        """Standings of any column of the entries."""
        return [each.of for each in self.every("standings", Standing) if each.of not in ("driver", "team")]

    def _counted(self) -> list[str]:
        """Columns of the results that a tally adds up."""
        names = [name for tally in self.every("tallies", Tally) for name in tally.counts]
        return [name.removeprefix("column ") for name in names if name.startswith("column ")]

    def _of_cases(self) -> Iterator[str]:
        cases, tariff = self.ruleset.cases.usual, self.ruleset.tariff.usual
        if cases.report:
            yield from (name for either in cases.report.needs for name in either)
            yield from [cases.report.unless] if cases.report.unless else []
        if cases.contest and cases.contest != "no":
            yield from (name for either in cases.contest.needs for name in either)
        yield from (
            name for names in tariff.needs.values() for name in names if name.upper() not in self.codes
        )
        for tally in self.every("tallies", Tally):
            yield from [tally.same] if tally.same else []
            if isinstance(tally.adds, str) and tally.adds != "amount":
                yield tally.adds.removeprefix("column ")

    def names_column(self, kind: str, *words: str) -> bool:
        """Whether a rule names that column, by its field or by one of its headers."""
        named = {fold(each.replace("_", " ")) for each in self.columns(kind)}
        return any(fold(word.replace("_", " ")) in named for word in words)


def _home(column: str) -> str:
    """The tab in which a measure's column stands: the results where they have it, else the entries."""
    words = {fold(word) for each in RESULTS.fields for word in (each.name.replace("_", " "), *each.headers)}
    return "results" if fold(column.replace("_", " ")) in words else "entries"


def _values(ruleset: Ruleset) -> Iterator[object]:
    """Every value of every rule, but for absences that nobody judges: their defaults say nothing."""
    for section, _, rule in ruleset.rules():
        for item in (rule.usual, *rule.variants()):
            if section != "absence" or getattr(item, "notice", None):
                yield from (value for _, value in leaves(item))


def _jokers(scopes: tuple[Item, ...]) -> Iterator[str]:
    for scope in scopes:
        yield from scope.code or ()
