"""What a ruleset must get right beyond its types: every name that a rule uses has to exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sheets_sync.marked_yaml import Positions
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.advance_checks import check_advance
from sheets_sync.ruleset.check_mistakes import mistakes
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.doubles import doubles
from sheets_sync.ruleset.grid_checks import unheard_measures
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.measures import PLAIN, Measure
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.kinds.roster import Roster
from sheets_sync.ruleset.kinds.standings import Counting, Standing
from sheets_sync.ruleset.like import own_problems
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrase_checks import unheard_phrases
from sheets_sync.ruleset.pool_checks import unfit_pools
from sheets_sync.ruleset.price_checks import unfit_prices
from sheets_sync.ruleset.race_checks import unfit_points
from sheets_sync.ruleset.scope_checks import unheld
from sheets_sync.ruleset.scope_words import range_words
from sheets_sync.ruleset.standing_order import standing_circle
from sheets_sync.ruleset.tally_order import circle
from sheets_sync.ruleset.word_checks import unheard_words
from sheets_sync.validation import nearest


def check(ruleset: Ruleset, lines: Positions, models: Mapping[str, tuple[str, ...]]) -> list[Problem]:
    """Citations, sessions, pools, phases, rounds, tables, tallies and tie-breaks that don't exist.
    ``models``: which rules a rule takes over from by `like`; what is wrong there isn't said again."""
    problems = [*_circles(ruleset, lines), *check_advance(ruleset, lines)]
    problems += [*_phases(ruleset, lines), *_days(ruleset, lines), *doubles(ruleset, lines)]
    found: dict[str, list[Problem]] = {}
    for section, name, rule in ruleset.rules():
        path = (section, name) if name else (section,)
        found[" > ".join(path)] = list(_of_rule(ruleset, lines, path, rule))
    problems += (each for name in found for each in own_problems(name, found, models))
    return list(dict.fromkeys(problems))


def _of_rule(
    ruleset: Ruleset, lines: Positions, path: tuple[str, ...], rule: Dated[Item]
) -> Iterator[Problem]:
    """What is wrong in a rule, and in its exceptions besides what they only take over from it."""
    checker = _Checker(ruleset, lines, path)
    usual = list(checker.item(rule.usual))
    tails = {each.message.removeprefix(" > ".join(path)) for each in usual}
    yield from (*checker.scopes(rule.usual, whole=True), *usual)
    for exception, scope, variant in zip(rule.exceptions, rule.scopes, rule.variants(), strict=True):
        inside = _Checker(ruleset, lines, (*path, "except", exception))
        yield from (*inside.scopes(scope, whole=False), *inside.item(scope))
        head = " > ".join(inside.path)
        yield from (each for each in inside.item(variant) if each.message.removeprefix(head) not in tails)


def _circles(ruleset: Ruleset, lines: Positions) -> list[Problem]:
    """Tallies that feed each other for ever, and standings that wait for each other."""
    problems = []
    if fed := circle(ruleset):
        message = f"The tallies feed each other in a circle: {' > '.join(fed)}."
        problems += [Problem(message, lines["tallies", fed[0]], "Take one of the steps out.")]
    if asked := standing_circle(ruleset):
        message = f"The standings are ordered by each other in a circle: {' > '.join(asked)}."
        problems += [Problem(message, lines["standings", asked[0]], "Take one of the measures out.")]
    return problems


def _phases(ruleset: Ruleset, lines: Positions) -> Iterator[Problem]:
    for phase, rounds in ruleset.phases.items():
        for name in rounds.names:
            if name not in ruleset.round_names:
                message = f"phases > {phase}: there is no round '{name}'."
                yield Problem(message, lines["phases", phase], nearest(name, ruleset.round_names))


def _days(ruleset: Ruleset, lines: Positions) -> Iterator[Problem]:
    """Days of pools that aren't there."""
    pools = pool_names(ruleset)
    for each in ruleset.rounds:
        for pool in each.dates:
            if pool and pool not in pools:
                path = ("calendar", each.name, "dates", pool)
                message = f"calendar > {each.name} > dates: there is no pool '{pool}'."
                yield Problem(message, lines[path], nearest(pool, pools))


def pool_names(ruleset: Ruleset) -> set[str]:
    """Every pool of whichever round."""
    pools = ruleset.pools
    return {name for each in (pools.usual, *pools.variants()) for name in each.names}


_UNHEARD = (unheard_phrases, unheard_words, unheard_measures)
_UNFIT = (unfit_points, unfit_pools, unfit_prices)
"""What finds names that aren't there, and settings that can't be meant."""


class _Checker:
    def __init__(self, ruleset: Ruleset, lines: Positions, path: tuple[str, ...]) -> None:
        self.ruleset, self.lines, self.path = ruleset, lines, path

    def item(self, item: Item) -> Iterator[Problem]:
        yield from self._unknown("article", "article", item.cited(), self.ruleset.articles)
        yield from self._places(item)
        sessions = tuple(sorted(self._sessions()))
        for unheard in (find(self.ruleset, item, sessions) for find in _UNHEARD):
            for each in unheard:
                yield from self._unknown(each.what, each.setting, [each.name], each.known)
        for unfit in (find(self.ruleset, item, sessions) for find in _UNFIT):
            yield from (self._problem(each.setting, each.message, each.hint) for each in unfit)
        if isinstance(item, Roster):
            known = ["points", *self.ruleset.tallies]
            yield from self._unknown("account", "takes_over", item.takes_over, known)
        if isinstance(item, Points):
            yield from self._points(item)
        if isinstance(item, Standing):
            yield from self._standing(item)
        if isinstance(item, Check):
            found = mistakes(self.ruleset, item)
            yield from (self._problem(each.setting, each.message, each.hint) for each in found)

    def _places(self, item: Item) -> Iterator[Problem]:
        """The sessions, phases, pools and rounds that a rule is limited to."""
        rounds = item.rounds.names if item.rounds else ()
        yield from self._unknown("session", "sessions", item.sessions or (), self._sessions())
        yield from self._unknown("phase", "phases", item.phases or (), self.ruleset.phases)
        yield from self._unknown("pool", "pools", item.pools or (), pool_names(self.ruleset))
        yield from self._unknown("round", "rounds", rounds, self.ruleset.round_names)

    def scopes(self, item: Item, whole: bool) -> Iterator[Problem]:
        """Where a rule holds is asked of single rules; a whole section can't be scoped."""
        for each in unheld(self.path[0], item, whole):
            yield self._problem(each.setting, each.message, each.hint)

    def _points(self, item: Points) -> Iterator[Problem]:
        if isinstance(item.table, str) and item.table != "ask":
            yield from self._unknown("table", "table", [item.table], self.ruleset.tables)
        if item.for_.kind == "place" and item.among == "round":
            where, hint = " > ".join(self.path), "Take it out, or write 'for: best lap'."
            message = f"{where}: places of several pools can't be compared; 'among: round' is for best laps."
            yield Problem(message, self._line("among"), hint)

    def _standing(self, item: Standing) -> Iterator[Problem]:
        known = [*PLAIN, *self.ruleset.tallies, *self.ruleset.standings, *self._sessions()]
        named = [each.name for each in item.ties if each.kind == "named"]
        yield from self._unknown("tie-break", "ties", named, known)
        yield from self._unknown("points rule", "sum", item.sum, ["all", "deductions", *self.ruleset.points])
        ordered = [each.name for each in item.by if each.kind == "named"]
        yield from self._unknown("measure", "by", ordered, known)
        last = Measure.parse(item.still_tied)
        if last.kind == "named" and item.still_tied != "share":
            yield from self._unknown("tie-break", "still_tied", [last.name], [*known, "share"])
        if item.carry is not None:
            yield from self._unknown("standing", "carry", [item.carry.from_], self.ruleset.standings)
        for index, each in enumerate(item.count):
            rounds = [
                name for part in (each.rounds, each.protect, each.forced) if part for name in part.names
            ]
            yield from self._unknown("round", f"count > {index}", rounds, self.ruleset.round_names)
            yield from self._unknown(
                "round", f"count > {index}", self._never_held(each), self.ruleset.round_names
            )
            yield from self._unknown("phase", f"count > {index}", each.phases or (), self.ruleset.phases)

    def _never_held(self, each: Counting) -> list[str]:
        """Numbers that no round has."""
        numbers = [
            number for part in (each.rounds, each.protect, each.forced) if part for number in part.numbers
        ]
        held = [each.number for each in self.ruleset.rounds]
        return [range_words(each) for each in numbers if not any(number in each for number in held)]

    def _sessions(self) -> set[str]:
        return {name for each in self.ruleset.rounds for name in self.ruleset.programme(each.number)}

    def _unknown(
        self, what: str, setting: str, names: Iterable[str], known: Iterable[str]
    ) -> Iterator[Problem]:
        possible = list(known)
        for name in names:
            if name not in possible:
                where = " > ".join(self.path)
                message = f"{where}: there is no {what} '{name}'."
                yield Problem(message, self._line(setting), nearest(name, possible))

    def _problem(self, setting: str, message: str, hint: str) -> Problem:
        return Problem(f"{' > '.join(self.path)}: {message}", self._line(setting), hint)

    def _line(self, setting: str) -> FileLine:
        path: tuple[str | int, ...] = (*self.path, *setting.split(" > "))
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]
