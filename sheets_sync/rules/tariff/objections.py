"""What speaks against a decided case: a code that isn't there, a need that isn't met, a driver who wasn't."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.cases.rule import UNDONE, Case
from sheets_sync.rules.tariff.chosen_penalty import Refused, chosen
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class Field:
    """Who is who in a round: ``started`` a session, ``unfinished``: (driver, session) of who didn't finish;
    ``marks``: (code, pool) of the round that stand without a case, and its interruptions."""

    entrants: Mapping[str, Entrant]
    started: Collection[str]
    unfinished: Collection[tuple[str, str]] = frozenset()
    marks: Collection[tuple[str, str]] = frozenset()


def objection(rules: Tariff, case: Case, decided: list[Case], field: Field) -> Problem | None:
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
    if not needed:
        return None
    beside = [each.row.code or "" for each in decided if _stands_beside(each, case)]
    marks = [code for code, pool in field.marks if pool in ("", case.event.pool)]
    codes = {code.upper() for code in (*beside, *marks)}
    if any(name.upper() in codes or getattr(row, name, None) for name in needed):
        return None
    if len(needed) == 1 and hasattr(row, needed[0]):
        what = f"the column '{needed[0]}', which is empty"
        at, hint = row.row.cell(needed[0]), "Fill it in."
    else:
        what = f"{' or '.join(needed)} beside it"
        at, hint = row.row.cell("code"), f"Enter {needed[0]} for that race too, or mend the code."
    message = f"The code {row.code} needs {what}. Case {row.case} isn't applied."
    return Problem(message, at, hint, rule="tariff", article=rules.cite("needs"), refusal="needs")


def _stands_beside(other: Case, case: Case) -> bool:
    """Another decision that holds, about the same driver in the same session."""
    same = other.row.driver == case.row.driver and other.event == case.event
    return same and other.row is not case.row and other.state not in UNDONE


def refused(rules: Tariff, case: Case, why: Refused) -> Problem:
    at = case.row.row.cell(why.column)
    message = f"{why.message[:1].upper()}{why.message[1:]} Case {case.row.case} isn't applied."
    cite = rules.cite(why.setting)
    return Problem(message, at, why.proposal, rule="tariff", article=cite, refusal=why.keyword)


def not_there(rules: Tariff, case: Case, field: Field) -> Problem:
    row = case.row
    message = (
        f"{field.entrants[row.driver].driver} did not start in round {row.round}. The case isn't applied."
    )
    at, hint = row.row.cell("driver"), "Check the driver and the round."
    return Problem(message, at, hint, rule="tariff", article=rules.cite("codes"), refusal="did not start")


def disagreement(rules: Tariff, case: Case, phrases: list[Phrase]) -> list[Problem]:
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


def unfinished(rules: Tariff, case: Case, phrases: list[Phrase], field: Field) -> list[Problem]:
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
