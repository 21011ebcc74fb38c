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

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.cases import APPLIED, UNDONE, Case
from sheets_sync.rules.chosen_penalty import Refused, chosen, costs
from sheets_sync.rules.ledger import Decision, Subject
from sheets_sync.rules.penalties import Act, Penalty
from sheets_sync.rules.possible import IN_ITS_ROUND, impossible, is_switched_off
from sheets_sync.rules.schedule import Schedule
from sheets_sync.rules.tallies import NO_ACTION
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number, simplest
from sheets_sync.validation import nearest

_FIGURES = frozenset({Sanction.SECONDS, Sanction.PLACES, Sanction.LAPS, Sanction.POINTS, Sanction.BALLAST})
_NO_PENALTY = frozenset({Sanction.TALLY, Sanction.REPRIMAND, Sanction.NOTE, Sanction.DECIDE})


@dataclass(frozen=True, slots=True)
class Field:
    """Who is who in a round: ``started`` a session, ``unfinished``: (driver, session) of who didn't finish;
    ``marks``: (code, pool) of the round that stand without a case, and its interruptions."""

    entrants: Mapping[str, Entrant]
    started: Collection[str]
    unfinished: Collection[tuple[str, str]] = frozenset()
    marks: Collection[tuple[str, str]] = frozenset()


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
    problem = _objection(rules, case, decided, field)
    if problem is not None:
        return [], [problem]
    phrases = costs(rules, case.row)
    if not isinstance(phrases, Refused):
        phrases = _carried_out(ruleset, case, phrases)
    if isinstance(phrases, Refused):
        return [], [_refused(rules, case, phrases)]
    if case.row.driver not in field.started and any(p.sanction in IN_ITS_ROUND for p in phrases):
        return [], [_not_there(rules, case, field)]
    problems = [*_disagreement(rules, case, phrases), *_unfinished(rules, case, phrases, field)]
    return [_penalty(rules, schedule, case, phrase) for phrase in phrases], problems


def _carried_out(ruleset: Ruleset, case: Case, phrases: list[Phrase]) -> list[Phrase] | Refused:
    """The sanctions, unless one of them can't be."""
    sessions = ruleset.programme(case.event.round)
    phrases = [phrase for phrase in phrases if not is_switched_off(ruleset, phrase)]
    refused = (impossible(ruleset, phrase, sessions) for phrase in phrases)
    return next((each for each in refused if each is not None), phrases)


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
    )


def _objection(rules: Tariff, case: Case, decided: list[Case], field: Field) -> Problem | None:
    row, cite = case.row, rules.cite("codes")
    if row.code is None:
        if row.penalty:
            return None
        message = f"Case {row.case} is decided, but has no code. It isn't applied."
        return Problem(
            message, row.row.cell("code"), "Fill in the code.", rule="tariff", article=cite, refusal="no code"
        )
    if row.code not in rules.codes:
        message = f"There is no code '{row.code}'. Case {row.case} isn't applied."
        hint = nearest(row.code, rules.codes)
        return Problem(
            message, row.row.cell("code"), hint, rule="tariff", article=cite, refusal="unknown code"
        )
    return _need(rules, case, decided, field)


def _need(rules: Tariff, case: Case, decided: list[Case], field: Field) -> Problem | None:
    """What the code can't do without and hasn't got."""
    row = case.row
    needed = rules.needs.get(row.code or "", [])
    beside = [each.row.code or "" for each in decided if _stands_beside(each, case)]
    marks = [code for code, pool in field.marks if pool in ("", case.event.pool)]
    codes = {code.upper() for code in (*beside, *marks)}
    if not needed or any(name.upper() in codes or getattr(row, name, None) for name in needed):
        return None
    if len(needed) == 1 and hasattr(row, needed[0]):
        what = f"the column '{needed[0]}', which is empty"
        at, hint = row.row.cell(needed[0]), "Fill it in."
    else:
        what = f"{' or '.join(needed)} beside it"
        at, hint = row.row.cell("code"), "Add what is missing, or mend the code."
    message = f"The code {row.code} needs {what}. Case {row.case} isn't applied."
    return Problem(message, at, hint, rule="tariff", article=rules.cite("needs"), refusal="needs")


def _stands_beside(other: Case, case: Case) -> bool:
    """Another decision that holds, about the same driver in the same session."""
    same = other.row.driver == case.row.driver and other.event == case.event
    return same and other.row is not case.row and other.state not in UNDONE


def _refused(rules: Tariff, case: Case, refused: Refused) -> Problem:
    at = case.row.row.cell(refused.column)
    message = f"{refused.message} Case {case.row.case} isn't applied."
    cite = rules.cite(refused.setting)
    return Problem(message, at, refused.proposal, rule="tariff", article=cite, refusal=refused.keyword)


def _not_there(rules: Tariff, case: Case, field: Field) -> Problem:
    row = case.row
    message = (
        f"{field.entrants[row.driver].driver} did not start in round {row.round}. The case isn't applied."
    )
    at, hint = row.row.cell("driver"), "Check the driver and the round."
    return Problem(message, at, hint, rule="tariff", article=rules.cite("codes"), refusal="did not start")


def _disagreement(rules: Tariff, case: Case, phrases: list[Phrase]) -> list[Problem]:
    """A warning where the row names a code and writes another penalty out."""
    row = case.row
    if row.code is None or not row.penalty or rules.row_figure == "wins":
        return []
    written = chosen(rules, row)
    if not isinstance(written, Refused) and all(phrase in phrases for phrase in written):
        return []
    spent = ", ".join(sorted(map(str, phrases)))
    message = (
        f"The penalty '{row.penalty}' of case {row.case} isn't what the code {row.code} costs ({spent}); "
        "the code counts."
    )
    at, cite = row.row.cell("penalty"), rules.cite("codes")
    return [Problem(message, at, "Mend one of the two.", Severity.WARNING, "tariff", cite)]


def _unfinished(rules: Tariff, case: Case, phrases: list[Phrase], field: Field) -> list[Problem]:
    """Seconds for who didn't finish move nobody; the document may name what can replace them."""
    instead = rules.instead.not_finished
    seconds = [phrase for phrase in phrases if phrase.sanction is Sanction.SECONDS]
    if instead is None or not seconds or (case.row.driver, case.event.session) not in field.unfinished:
        return []
    name = field.entrants[case.row.driver].driver
    message = (
        f"{name} did not finish, so that {', '.join(map(str, seconds))} of case {case.row.case} do nothing."
    )
    hint = f"Possible instead: {', '.join(map(str, instead))}."
    at, cite = case.row.row.cell("penalty"), rules.cite("instead")
    return [Problem(message, at, hint, Severity.WARNING, "tariff", cite)]


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
