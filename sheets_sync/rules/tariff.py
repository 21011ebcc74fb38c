"""tariff: what a code costs.

A decided case carries a code of ``codes``; its sanctions are taken from there, a bare number in the
tariff's ``unit`` (points lost, s, places). A code that the tariff doesn't know, one without the column
that ``needs`` names, or a case against a driver who didn't take part is reported and not applied. A row
may write its penalty out (``2 places``, ``-3 points``) where it has no code; beside a code it is only
compared with what the code costs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.cases import APPLIED, UNDONE, Case
from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import APPLICABLE, Phrase, Sanction
from sheets_sync.ruleset.values import Number
from sheets_sync.validation import nearest

_BARE = {"points lost": Sanction.POINTS, "s": Sanction.SECONDS, "places": Sanction.PLACES}


@dataclass(frozen=True, slots=True)
class Penalty:
    """One sanction for one driver. ``amount`` is what it costs, never negative for points lost;
    ``undone``: it was decided, but holds no more."""

    person: str
    event: Event
    sanction: Sanction
    amount: Number
    name: str
    code: str
    case: Case
    article: str
    undone: bool

    @property
    def cells(self) -> tuple[CellRef, ...]:
        return self.case.row.row.cells("case", "driver", "code", "penalty", "verdict")


def penalties(
    ruleset: Ruleset, cases: Iterable[Case], started: Collection[str], entrants: Mapping[str, Entrant]
) -> tuple[list[Penalty], list[Problem]]:
    """The sanctions of all decided cases of a round. ``started``: who took part in a session."""
    found: list[Penalty] = []
    problems: list[Problem] = []
    for case in cases:
        if case.state not in APPLIED:
            continue
        rules = ruleset.tariff.at(ruleset.where(case.event.round, case.event.session, case.event.pool))
        if rules is None:
            message = f"No tariff holds there. Case {case.row.case} isn't applied."
            problems.append(Problem(message, case.row.row.cell("code"), rule="tariff"))
            continue
        problem = _objection(rules, case, started, entrants)
        phrases, unread = ([], None) if problem else _phrases(rules, case)
        if problem or unread:
            problems.append(problem or unread)  # type: ignore[arg-type]
        problems += _disagreement(rules, case, phrases)
        found += [_penalty(rules, case, phrase) for phrase in phrases]
    return found, problems


def _objection(
    rules: Tariff, case: Case, started: Collection[str], entrants: Mapping[str, Entrant]
) -> Problem | None:
    row, cite = case.row, rules.cite("codes")
    if row.driver not in started:
        message = f"{entrants[row.driver].driver} did not start in round {row.round}. The case isn't applied."
        return Problem(
            message, row.row.cell("driver"), "Check the driver and the round.", rule="tariff", article=cite
        )
    if row.code is None:
        if row.penalty:
            return None
        message = f"Case {row.case} is decided, but has no code. It isn't applied."
        return Problem(message, row.row.cell("code"), "Fill in the code.", rule="tariff", article=cite)
    if row.code not in rules.codes:
        message = f"There is no code '{row.code}'. Case {row.case} isn't applied."
        return Problem(
            message, row.row.cell("code"), nearest(row.code, rules.codes), rule="tariff", article=cite
        )
    column = next((column for code, column in rules.needs.items() if code.upper() == row.code), None)
    if column and not getattr(row, column, None):
        message = (
            f"The code {row.code} needs the column '{column}', which is empty. Case {row.case} isn't applied."
        )
        at = row.row.cell(column)
        return Problem(message, at, "Fill it in.", rule="tariff", article=rules.cite("needs"))
    return None


def _phrases(rules: Tariff, case: Case) -> tuple[list[Phrase], Problem | None]:
    """The sanctions of a case, and what was unreadable in a penalty that is written out."""
    if case.row.code is not None:
        return [_as_phrase(rules, cost) for cost in rules.codes[case.row.code]], None
    at = case.row.row.cell("penalty")
    try:
        phrases = [Phrase.parse(part) for part in str(case.row.penalty).split(",")]
    except ValueError as error:
        return [], Problem(f"{error}. The case isn't applied.", at, rule="tariff")
    wrong = [str(phrase) for phrase in phrases if phrase.sanction not in APPLICABLE]
    if wrong:
        words = ", ".join(sanction.value for sanction in APPLICABLE)
        message = f"'{', '.join(wrong)}' can't be carried out. The case isn't applied."
        return [], Problem(message, at, f"Possible: {words}.", rule="tariff")
    return phrases, None


def _disagreement(rules: Tariff, case: Case, phrases: list[Phrase]) -> list[Problem]:
    """A warning where the row names a code and writes another penalty out."""
    row = case.row
    if row.code is None or not row.penalty or not phrases:
        return []
    costs = ", ".join(sorted(str(phrase) for phrase in phrases))
    try:
        written = ", ".join(sorted(str(Phrase.parse(part)) for part in row.penalty.split(",")))
    except ValueError:
        written = ""
    if written == costs:
        return []
    message = (
        f"The penalty '{row.penalty}' of case {row.case} isn't what the code {row.code} costs ({costs}); "
        "the code counts."
    )
    at, cite = row.row.cell("penalty"), rules.cite("codes")
    return [Problem(message, at, "Mend one of the two.", Severity.WARNING, "tariff", cite)]


def _as_phrase(rules: Tariff, cost: object) -> Phrase:
    if isinstance(cost, Phrase):
        return cost
    amount = cost if isinstance(cost, (int, Fraction)) else 0
    return Phrase(_BARE[rules.unit], -amount if rules.unit == "points lost" else amount)


def _penalty(rules: Tariff, case: Case, phrase: Phrase) -> Penalty:
    amount = -phrase.amount if phrase.sanction is Sanction.POINTS else phrase.amount
    code = case.row.code or str(phrase)
    article = rules.cite("codes") or (case.row.article or "")
    undone = case.state in UNDONE
    return Penalty(
        case.row.driver, case.event, phrase.sanction, amount, phrase.name, code, case, article, undone
    )
