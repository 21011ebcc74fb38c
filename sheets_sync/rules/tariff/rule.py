"""tariff: what a code costs.

A decided case carries a code of ``codes``: a number in the tariff's ``unit`` (points lost, s, places, kg, or
a tally), sanctions, a range from which the stewards choose and write the penalty into the row (``5 to 30``,
``10 to disqualification``), ``open`` for anything, or ``game only``, which stewards can't give. With a
``ladder`` a chosen penalty must stand on it; what the row writes beside a code of another unit comes on
top. Beside a code with a figure of its own the row's penalty is only compared, unless ``row_figure: wins``.
A drive-through that wasn't served in the game costs the seconds that it is ``worth``.

``needs`` names what a code can't do without: a column, another code of the same case, or a code that marks a
period of that round. ``instead`` puts other sanctions in place of the code's own: where no advantage was
gained, where nobody reported it; it names what can replace seconds for who didn't finish, and the only
thing that is possible without a code. A case against a driver who didn't start, an unknown code, or a penalty
out of its range is reported and not applied. A ``suspended`` sanction waits for a further code.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from sheets_sync.problems import Problem
from sheets_sync.rules.cases.rule import APPLIED, UNDONE, Case
from sheets_sync.rules.ledger import NO_ACTION, Decision, Subject
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.sanctions.possible import IN_ITS_ROUND, impossible, is_switched_off
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.rules.tariff.chosen_penalty import Refused
from sheets_sync.rules.tariff.costs import costs
from sheets_sync.rules.tariff.objections import Field, disagreement, not_there, objection, refused, unfinished
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number, simplest

_FIGURES = frozenset({Sanction.SECONDS, Sanction.PLACES, Sanction.LAPS, Sanction.POINTS, Sanction.BALLAST})
_NO_PENALTY = frozenset({Sanction.TALLY, Sanction.REPRIMAND, Sanction.NOTE, Sanction.DECIDE})


@dataclass(frozen=True, slots=True)
class Costs:
    """What the decided cases of a round cost, and what tallies may count of them."""

    penalties: tuple[Penalty, ...]
    acts: tuple[Act, ...]
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...] = ()


def penalties(ruleset: Ruleset, schedule: Schedule, cases: Iterable[Case], field: Field) -> Costs:
    """The sanctions of all decided cases of a round."""
    found: list[Penalty] = []
    acts: list[Act] = []
    problems: list[Problem] = []
    decided = [case for case in cases if case.state in APPLIED]
    for case in decided:
        rules = ruleset.tariff.at(ruleset.where(case.event.round, case.event.session, case.event.pool))
        if rules is None:
            message = f"No tariff holds there. Case {case.row.case} isn't applied."
            problems.append(Problem(message, case.row.row.cell("code"), rule="tariff"))
            continue
        made, said = _case(ruleset, schedule, case, decided, field)
        problems += said
        found += made
        acts += _acts(made)
    asked = tuple(_asked(each, field) for each in found if each.sanction is Sanction.DECIDE)
    return Costs(tuple(found), tuple(acts), tuple(problems), asked)


def _case(
    ruleset: Ruleset, schedule: Schedule, case: Case, decided: list[Case], field: Field
) -> tuple[list[Penalty], list[Problem]]:
    where = ruleset.where(case.event.round, case.event.session, case.event.pool)
    rules = ruleset.tariff.at(where) or ruleset.tariff.usual
    problem = objection(rules, case, decided, field)
    if problem is not None:
        return [], [problem]
    phrases = costs(rules, case.row)
    if not isinstance(phrases, Refused):
        phrases = _carried_out(ruleset, case, phrases)
    if isinstance(phrases, Refused):
        return [], [refused(rules, case, phrases)]
    if case.row.driver not in field.started and any(p.sanction in IN_ITS_ROUND for p in phrases):
        return [], [not_there(rules, case, field)]
    problems = [*disagreement(rules, case, phrases), *unfinished(rules, case, phrases, field)]
    return [_penalty(rules, schedule, case, phrase) for phrase in phrases], problems


def _carried_out(ruleset: Ruleset, case: Case, phrases: list[Phrase]) -> list[Phrase] | Refused:
    """The sanctions, unless one of them can't be."""
    sessions = ruleset.programme(case.event.round)
    phrases = [phrase for phrase in phrases if not is_switched_off(ruleset, phrase)]
    wrong = (impossible(ruleset, phrase, sessions) for phrase in phrases)
    return next((each for each in wrong if each is not None), phrases)


def _asked(penalty: Penalty, field: Field) -> Decision:
    """What a code leaves to people."""
    case = penalty.case.row.case if penalty.case else ""
    what = penalty.phrase.name
    return Decision(
        f"case-{case}-{penalty.person}".replace(" ", "-"),
        f"{field.entrants[penalty.person].driver}: {penalty.says}. {what[:1].upper()}{what[1:]}?",
        Subject("person", penalty.person),
        penalty.event,
        (NO_ACTION, what),
        NO_ACTION,
        penalty.article,
        penalty.cells,
        asked_at=penalty.known,
        ground=penalty.says,
    )


def _penalty(rules: Tariff, schedule: Schedule, case: Case, phrase: Phrase) -> Penalty:
    row = case.row
    undone = case.undone if case.state in UNDONE else None
    return Penalty(
        row.driver,
        case.event,
        phrase,
        row.code or str(phrase),
        schedule.end(case.event.round, case.event.pool),
        case.known,
        "tariff",
        rules.cite("codes") or (row.article or ""),
        row.row.cells("case", "driver", "code", "penalty", "verdict"),
        f"{row.code or phrase} in case {row.case}",
        case,
        undone,
        case.state.value if undone else "",
    )


def _acts(made: list[Penalty]) -> Iterable[Act]:
    """One code, one penalty, and each addition to a tally; a sanction by its words."""
    if not made:
        return
    first = made[0]
    amount = sum((abs(Fraction(p.amount)) for p in made if p.sanction in _FIGURES), start=Fraction(0))
    yield _act("code", first.code, simplest(amount), first)
    if any(each.sanction not in _NO_PENALTY for each in made):
        yield _act("penalty", "penalty", 1, first)
    for each in made:
        if each.sanction is Sanction.TALLY:
            yield _act("tally", each.phrase.name, each.amount, each)
        else:
            words = str(replace(each.phrase, amount=1)).removeprefix("1 ")
            yield _act("sanction", words, each.amount, each)


def _act(kind: str, word: str, amount: Number, penalty: Penalty) -> Act:
    row = penalty.case.row if penalty.case else None
    return Act(
        kind,  # type: ignore[arg-type]
        word,
        penalty.person,
        penalty.event,
        amount,
        penalty.happened,
        penalty.known,
        penalty.article,
        penalty.cells,
        penalty.says,
        row,
        penalty.undone,
        penalty.undone_says,
    )


def in_seconds(ruleset: Ruleset, penalty: Penalty) -> Penalty:
    """A drive-through that wasn't served in the game as the seconds it is worth; others as they are."""
    rules = ruleset.tariff.at(ruleset.where(penalty.event.round, penalty.event.session, penalty.event.pool))
    worth = rules.worth.get(penalty.sanction) if rules else None
    if worth is None or (penalty.case is not None and penalty.case.row.served):
        return penalty
    seconds = Phrase(Sanction.SECONDS, simplest(Fraction(worth) * Fraction(penalty.amount)))
    return replace(penalty, phrase=seconds, says=f"{penalty.says}: {penalty.phrase} not served")
