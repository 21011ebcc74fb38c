"""A loaded ruleset: every section checked, every setting with its article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.items import Item, Where
from sheets_sync.ruleset.kinds.absence import Absence
from sheets_sync.ruleset.kinds.advance import Advance
from sheets_sync.ruleset.kinds.ballast import Ballast
from sheets_sync.ruleset.kinds.cases import Cases
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.classification import Classification
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.kinds.interruptions import Interruption
from sheets_sync.ruleset.kinds.movement import Movement
from sheets_sync.ruleset.kinds.notices import Notice
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.kinds.roster import Roster
from sheets_sync.ruleset.kinds.season import Season
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.scope_values import RoundSet
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
    Section("checks", Check, many=True),
    Section("advance", Advance, many=True),
    Section("pools", Pools),
    Section("grids", Grid, many=True),
    Section("absence", Absence),
    Section("statuses", Status, many=True),
    Section("cases", Cases),
    Section("tariff", Tariff),
    Section("tallies", Tally, many=True),
    Section("interruptions", Interruption, many=True),
    Section("classification", Classification),
    Section("points", Points, many=True),
    Section("ballast", Ballast, many=True),
    Section("movement", Movement),
    Section("standings", Standing, many=True),
    Section("notices", Notice, many=True),
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
    """What a league's rule document says. Sections are as in `SECTIONS`; ``places``: made by `where`."""

    name: str
    document: str
    files: tuple[Path, ...]
    articles: Mapping[str, Article]
    rounds: tuple[Round, ...]
    phases: Mapping[str, RoundSet]
    tables: Mapping[str, tuple[Number, ...]]
    info: Mapping[str, str]
    season: Dated[Season]
    roster: Dated[Roster]
    checks: Mapping[str, Dated[Check]]
    advance: Mapping[str, Dated[Advance]]
    pools: Dated[Pools]
    grids: Mapping[str, Dated[Grid]]
    absence: Dated[Absence]
    statuses: Mapping[str, Dated[Status]]
    cases: Dated[Cases]
    tariff: Dated[Tariff]
    tallies: Mapping[str, Dated[Tally]]
    interruptions: Mapping[str, Dated[Interruption]]
    classification: Dated[Classification]
    points: Mapping[str, Dated[Points]]
    ballast: Mapping[str, Dated[Ballast]]
    movement: Dated[Movement]
    standings: Mapping[str, Dated[Standing]]
    notices: Mapping[str, Dated[Notice]]
    switched_off: frozenset[tuple[str, str]] = frozenset()
    places: dict[tuple[int, str, str], Where] = field(default_factory=dict, compare=False, repr=False)
    programmes: dict[int, tuple[str, ...]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )

    @property
    def round_names(self) -> dict[str, int]:
        return {each.name: each.number for each in self.rounds}

    def where(self, number: int, session: str = "", pool: str = "") -> Where:
        """That place, with the phases the round belongs to and its printed day."""
        key = (number, session, pool)
        if key not in self.places:
            self.places[key] = self._where(number, session, pool)
        return self.places[key]

    def _where(self, number: int, session: str, pool: str) -> Where:
        names = self.round_names
        phases = frozenset(
            phase
            for phase, rounds in self.phases.items()
            if any(number in each for each in rounds.numbers)
            or number in {names.get(name) for name in rounds.names}
        )
        found = self.round_of(number)
        days = found.dates if found else {}
        day = days.get(pool) or days.get("") or min(days.values(), default=None)
        return Where(number, phases, session, pool, day)

    def round_of(self, number: int) -> Round | None:
        return next((each for each in self.rounds if each.number == number), None)

    def name_of(self, number: int) -> str:
        """A round as people call it."""
        found = self.round_of(number)
        return found.name if found else f"round {number}"

    def programme(self, number: int) -> tuple[str, ...]:
        """The sessions of a round, in order."""
        if number not in self.programmes:
            own = next((each.programme for each in self.rounds if each.number == number), ())
            season = self.season.at(self.where(number)) or self.season.usual
            self.programmes[number] = own or season.programme
        return self.programmes[number]

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
