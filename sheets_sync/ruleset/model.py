"""A loaded ruleset: every section checked, every setting with its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.items import Item, RoundSet, Where
from sheets_sync.ruleset.kinds.cases import Cases
from sheets_sync.ruleset.kinds.classification import Classification
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.kinds.roster import Roster
from sheets_sync.ruleset.kinds.season import Season
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.values import Number


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a ruleset file; ``many``: a map of named rules."""

    name: str
    model: type[Item]
    many: bool = False


SECTIONS = (
    Section("season", Season),
    Section("roster", Roster),
    Section("pools", Pools),
    Section("statuses", Status, many=True),
    Section("cases", Cases),
    Section("tariff", Tariff),
    Section("tallies", Tally, many=True),
    Section("classification", Classification),
    Section("points", Points, many=True),
    Section("standings", Standing, many=True),
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the document. ``says`` sums it up in our own words."""

    name: str
    title: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    number: int
    name: str
    dates: Mapping[str, date]
    programme: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What a league's rule document says. Sections are as in `SECTIONS`."""

    name: str
    document: str
    files: tuple[Path, ...]
    articles: Mapping[str, Article]
    rounds: tuple[Round, ...]
    phases: Mapping[str, RoundSet]
    tables: Mapping[str, tuple[Number, ...]]
    season: Dated[Season]
    roster: Dated[Roster]
    pools: Dated[Pools]
    statuses: Mapping[str, Dated[Status]]
    cases: Dated[Cases]
    tariff: Dated[Tariff]
    tallies: Mapping[str, Dated[Tally]]
    classification: Dated[Classification]
    points: Mapping[str, Dated[Points]]
    standings: Mapping[str, Dated[Standing]]

    @property
    def round_names(self) -> dict[str, int]:
        return {each.name: each.number for each in self.rounds}

    def where(self, number: int, session: str = "", pool: str = "") -> Where:
        names = self.round_names
        phases = frozenset(
            phase
            for phase, rounds in self.phases.items()
            if any(number in each for each in rounds.numbers)
            or number in {names.get(n) for n in rounds.names}
        )
        return Where(number, phases, session, pool)

    def programme(self, number: int) -> tuple[str, ...]:
        """The sessions of a round, in order."""
        for each in self.rounds:
            if each.number == number and each.programme:
                return each.programme
        season = self.season.at(self.where(number)) or self.season.usual
        return season.programme

    def is_race(self, session: str) -> bool:
        """A session is a race unless its name says that it is a qualifying."""
        return "quali" not in session.casefold()

    def ends_round(self, number: int, session: str) -> bool:
        """A race, or a session of a round that has none, such as a prequalification."""
        return self.is_race(session) or not any(map(self.is_race, self.programme(number)))

    def rules(self) -> Iterator[tuple[str, str, Dated[Item]]]:
        """Every rule: section, name (empty for a section that is one rule), settings."""
        for section in SECTIONS:
            content = getattr(self, section.name)
            if section.many:
                yield from ((section.name, name, rule) for name, rule in content.items())
            else:
                yield section.name, "", content
