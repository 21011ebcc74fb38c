"""Tallies that belong to a licence: what a driver has gathered in several leagues, by licence number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from sheets_sync.rules.season.season import Season
from sheets_sync.rules.tallies.rule import counts
from sheets_sync.ruleset.values import Number, simplest


@dataclass(frozen=True, slots=True)
class LicenceLine:
    """One licence in one tally. ``by_league``: (league, count) in the order of the leagues."""

    licence: str
    driver: str
    tally: str
    total: Number
    by_league: tuple[tuple[str, Number], ...]


def by_licence(leagues: Iterable[tuple[str, Season]]) -> list[LicenceLine]:
    """The tallies ``of: licence`` summed over leagues; most counted first. Drivers without a number are left
    out: nobody can tell that they are the same."""
    found: dict[tuple[str, str], list[tuple[str, Number]]] = {}
    names: dict[str, str] = {}
    for league, season in leagues:
        for name, rule in season.ruleset.tallies.items():
            for line in counts(season.ruleset, name, season.entries, season.seats.entrants):
                licence = season.entrant(line.person).licence_number
                if rule.usual.of == "licence" and licence and line.total:
                    names.setdefault(licence, season.name(line.person))
                    found.setdefault((licence, name), []).append((league, line.total))
    lines = [
        LicenceLine(licence, names[licence], tally, _sum(each), tuple(each))
        for (licence, tally), each in found.items()
    ]
    return sorted(lines, key=lambda line: (line.tally, -line.total, line.licence))


def _sum(parts: Iterable[tuple[str, Number]]) -> Number:
    return simplest(Fraction(sum(count for _, count in parts)))
