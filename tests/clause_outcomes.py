"""What a clause case may expect beside the words of rule cases; only what a case lists is compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from rule_outcomes import OUTCOMES, found

from sheets_sync.rules.cases.rule import State
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import Sanction


def found_in(season: Season, what: str, expected: Any) -> Any:
    """What the season says to one word of `expect`."""
    if what in FURTHER:
        return FURTHER[what](season, expected)
    return found(season, what, expected)


def _text(value: Fraction | int) -> str:
    return str(Fraction(value))


def _points(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1: {Ann: 12}}: what the drivers listed got in that round, without deductions."""
    return {key: {who: _text(_won(season, who, key)) for who in people} for key, people in expected.items()}


def _won(season: Season, who: str, key: str) -> Fraction:
    number = _round(season, key)
    won = [
        entry.amount
        for entry in season.entries
        if entry.account.startswith("points.")
        and entry.account != "points.deductions"
        and entry.event.round == number
        and _is_of(season, entry, who)
    ]
    return Fraction(sum(won))


def _round(season: Season, key: str) -> int:
    names = season.ruleset.round_names
    return names[key] if key in names else int(key.removeprefix("R"))


def _is_of(season: Season, entry: Entry, who: str) -> bool:
    """Whether the entry is about that driver, or about the seat they hold in that round."""
    if entry.subject.kind == "seat":
        holder = season.seats.holder(entry.subject.key, entry.event.round) or entry.subject.key
        return season.name(holder) == who
    return entry.subject.kind == "person" and season.name(entry.subject.key) == who


def _ledger(season: Season, expected: Mapping[str, Any]) -> Any:
    """{points.deductions: {Ann: -10}}: the sum of an account for the drivers listed."""
    return {
        account: {
            who: _text(
                sum(e.amount for e in season.entries if e.account == account and _is_of(season, e, who))
            )
            for who in people
        }
        for account, people in expected.items()
    }


def _sanctions(season: Season, expected: list[list[str]]) -> Any:
    """[who, what, the round it was earned in, the round it was served in, or open], in the case's order."""
    lines = []
    for sentence in season.sentences:
        penalty = sentence.penalty
        served = ", ".join(_said(season, number, expected) for number in sentence.served)
        state = served if not sentence.is_open else "open"
        earned = _said(season, penalty.event.round, expected)
        lines.append([season.name(penalty.person), str(penalty.phrase), earned, state])
    if any("reprimand" in line for line in expected):
        lines += _reprimands(season, expected)
    listed = [line for line in expected if line in lines]
    return [*listed, *(line for line in lines if line not in expected)]


def _said(season: Season, number: int, expected: list[list[str]]) -> str:
    """A round by its name where the case writes it, else as R1."""
    name = season.ruleset.name_of(number)
    return name if any(name in line for line in expected) else f"R{number}"


def _reprimands(season: Season, expected: list[list[str]]) -> list[list[str]]:
    """Reprimands bind in no round; a case may ask for them all the same."""
    return [
        [season.name(each.person), str(each.phrase), _said(season, each.event.round, expected), "open"]
        for each in season.penalties
        if each.sanction is Sanction.REPRIMAND and each.holds
    ]


def _asks(season: Season, expected: list[list[str]]) -> Any:
    """[who, a word of the question] of every open decision, and of the cases that checks raised."""
    open_ones = [each for each in season.decisions if each.is_open]
    asked = [(season.name(each.subject.key), each.question) for each in open_ones]
    raised = [case.row for case in season.cases if case.row.raised_by and case.state is State.OPEN]
    asked += [(season.name(row.driver), row.code or "") for row in raised]
    met = [pair for pair in expected if any(_is_about(pair, *each) for each in asked)]
    return [
        *met,
        *([who, text] for who, text in asked if not any(_is_about(pair, who, text) for pair in expected)),
    ]


def _is_about(pair: list[str], who: str, question: str) -> bool:
    return who == pair[0] and pair[1].casefold() in question.casefold()


def _cases(season: Season, _: Any) -> Any:
    """[case, its state], in the order of the rows."""
    ordered = sorted(season.cases, key=lambda case: case.row.row.row)
    return [[case.row.case, case.state.value] for case in ordered]


def _info(season: Season, expected: Mapping[str, Any]) -> Any:
    return {key: season.ruleset.info.get(key) for key in expected}


FURTHER: Mapping[str, Callable[[Season, Any], Any]] = {
    "points": _points,
    "ledger": _ledger,
    "sanctions": _sanctions,
    "asks": _asks,
    "cases": _cases,
    "info": _info,
}

WORDS = {*OUTCOMES, *FURTHER}
