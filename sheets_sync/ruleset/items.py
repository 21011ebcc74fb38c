"""What every rule shares: where it holds, which article says so, and what is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from sheets_sync.records.names import fold
from sheets_sync.ruleset.scope_values import Rounds, RoundSet, RunShare, Since, Words
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import InRange, Range, listed


@dataclass(frozen=True, slots=True)
class Where:
    """The place in a season that a rule is asked about. Names are folded for comparing; what isn't known
    or not asked about is empty or None. ``grid``: cars of the pool; ``run``: share of the distance."""

    round: int
    phases: frozenset[str] = frozenset()
    session: str = ""
    pool: str = ""
    day: date | None = None
    starters: int | None = None
    grid: int | None = None
    run: Fraction | None = None
    car_class: str = ""
    driver: str = ""
    team: str = ""
    codes: frozenset[str] = frozenset()


RARE_SCOPES = ("classes", "drivers", "teams", "code", "starters", "grid", "run", "from_", "until")
SCOPE = ("rounds", "phases", "sessions", "pools", *(name.removesuffix("_") for name in RARE_SCOPES))


class Item(Settings):
    """The settings that any rule takes. ``article`` and ``assumption`` hold for all of it, or by setting."""

    UNLISTED: ClassVar[tuple[str, ...]] = SCOPE
    NOT_TAKEN_OVER: ClassVar[tuple[str, ...]] = ()
    """What names the rule itself, so that another one that is `like` it doesn't have it."""

    rounds: Rounds | None = Field(None, description="only in these rounds: numbers, ranges or names")
    phases: Words | None = Field(None, description="only in these phases")
    sessions: Words | None = Field(None, description="only in these sessions of the programme")
    pools: Words | None = Field(None, description="only in these pools")
    classes: Words | None = Field(None, description="only for these classes")
    drivers: Words | None = Field(None, description="only for these drivers")
    teams: Words | None = Field(None, description="only for these teams")
    code: Words | None = Field(None, description="only for a driver who has that code in that round")
    starters: InRange | None = Field(None, description="only with that many cars that started")
    grid: InRange | None = Field(None, description="only with that many cars that the pool holds")
    run: Annotated[RunShare, BeforeValidator(RunShare.parse)] | None = Field(
        None, description="only with that share of the distance driven: below 50 %, from 75 %"
    )
    from_: Annotated[Since, BeforeValidator(Since.parse)] | None = Field(
        None, alias="from", description="only from that date or round on"
    )
    until: Annotated[Since, BeforeValidator(Since.parse)] | None = Field(
        None, description="only up to that date or round, which is included"
    )
    article: str | dict[str, str | list[str]] | list[str] = Field(
        "", description="the article, from articles.yaml"
    )
    assumption: str | dict[str, str] = Field("", description="what is assumed where the document is silent")

    def holds(self, where: Where, rounds: dict[str, int], strictly: bool = False) -> bool:
        """Whether the rule speaks about that place. ``rounds``: name -> number; ``strictly``: what isn't
        asked about doesn't fit, as for exceptions."""
        return (
            _round_in(self.rounds, where.round, rounds)
            and (self.phases is None or bool(where.phases.intersection(self.phases)))
            and _word_in(self.sessions, where.session, strictly)
            and _word_in(self.pools, where.pool, strictly)
            and (not self.has_rare_scope or self._rarely_holds(where, strictly))
        )

    @property
    def has_rare_scope(self) -> bool:
        return any(getattr(self, name) is not None for name in RARE_SCOPES)

    def _rarely_holds(self, where: Where, strictly: bool) -> bool:
        return (
            _name_in(self.classes, where.car_class, strictly)
            and _name_in(self.drivers, where.driver, strictly)
            and _name_in(self.teams, where.team, strictly)
            and (self.code is None or bool(where.codes & {each.upper() for each in self.code}))
            and _number_in(self.starters, where.starters, strictly)
            and _number_in(self.grid, where.grid, strictly)
            and (self.run is None or where.run in self.run or (where.run is None and not strictly))
            and _not_before(self.from_, where)
            and _not_after(self.until, where)
        )

    def cite(self, setting: str = "") -> str:
        """The article of a setting, or of the whole rule."""
        article = self.article
        if isinstance(article, dict):
            article = article.get(setting, next(iter(article.values()), ""))
        return ", ".join(article) if isinstance(article, list) else article

    def cited(self) -> list[str]:
        """Every article this rule names."""
        parts = list(self.article.values()) if isinstance(self.article, dict) else [self.article]
        return [name for part in parts for name in listed(part) if name]


def _round_in(rounds: RoundSet | None, number: int, names: dict[str, int]) -> bool:
    if rounds is None:
        return True
    return any(number in each for each in rounds.numbers) or number in {
        names.get(name) for name in rounds.names
    }


def _word_in(words: tuple[str, ...] | None, word: str, strictly: bool) -> bool:
    return words is None or word in words or (not word and not strictly)


def _name_in(names: tuple[str, ...] | None, name: str, strictly: bool) -> bool:
    return names is None or _word_in(tuple(map(fold, names)), fold(name), strictly)


def _number_in(numbers: Range | None, number: int | None, strictly: bool) -> bool:
    return numbers is None or number in numbers or (number is None and not strictly)


def _not_before(since: Since | None, where: Where) -> bool:
    if since is None:
        return True
    if since.round is not None:
        return where.round >= since.round
    return where.day is not None and since.day is not None and where.day >= since.day


def _not_after(until: Since | None, where: Where) -> bool:
    if until is None:
        return True
    if until.round is not None:
        return where.round <= until.round
    return where.day is not None and until.day is not None and where.day <= until.day
