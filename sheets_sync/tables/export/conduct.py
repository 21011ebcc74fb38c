"""Cases, decisions, sanctions, refusals and problems, for machines."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.problems import Problem
from sheets_sync.rules.cases.rule import Case
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.export.model import conduct as model
from sheets_sync.tables.export.scalars import exact, moment


def cases(season: Season) -> list[model.Case]:
    """Every case with its state and its earlier states."""
    return [_case(season, case) for case in season.cases]


def _case(season: Season, case: Case) -> model.Case:
    zone = season.ruleset.season.usual.zone
    same = [
        each for each in season.cases if (each.row.case, each.row.driver) == (case.row.case, case.row.driver)
    ]
    return model.Case(
        case=case.row.case,
        driver=season.name(case.row.driver),
        round=season.ruleset.name_of(case.event.round),
        session=case.event.session,
        pool=case.event.pool,
        code=case.row.code or "",
        state=case.state.value,
        sanctions=[str(each.phrase) for each in season.penalties if each.case is case],
        known=moment(case.known, zone),
        due=moment(case.due, zone),
        undone=moment(case.undone, zone),
        history=[each.state.value for each in same[: same.index(case)]],
        cell=str(case.row.row.cell("case")),
    )


def sanctions(season: Season) -> list[model.Sanction]:
    """Every sanction for later, served or still open."""
    zone, name_of = season.ruleset.season.usual.zone, season.ruleset.name_of
    return [
        model.Sanction(
            driver=season.name(each.penalty.person),
            sanction=str(each.penalty.phrase),
            amount=exact(each.penalty.amount),
            earned_in=name_of(each.penalty.event.round),
            known=moment(each.penalty.known, zone),
            says=each.penalty.says,
            article=each.penalty.article,
            served=[name_of(number) for number in each.served],
            open=each.is_open,
            taken_back=moment(each.penalty.undone, zone),
            cells=[str(cell) for cell in each.penalty.cells],
        )
        for each in season.sentences
    ]


def decisions(season: Season) -> list[model.Decision]:
    zone = season.ruleset.season.usual.zone
    return [
        model.Decision(
            id=each.id,
            question=each.question,
            about=season.name(each.subject.key)
            if each.subject.key in season.seats.entrants
            else each.subject.key,
            options=list(each.options),
            default=each.default,
            choice=each.choice,
            open=each.is_open,
            article=each.article,
            cells=[str(cell) for cell in each.cells],
            due=moment(each.due, zone),
        )
        for each in season.decisions
    ]


def refusals(problems: Iterable[Problem]) -> list[model.Refusal]:
    """The rows that rules refuse."""
    return [
        model.Refusal(
            cell=str(each.at or ""),
            reason=each.refusal,
            message=each.message,
            proposal=each.proposal,
            article=each.article,
        )
        for each in problems
        if each.refusal
    ]


def problems(found: Iterable[Problem]) -> list[model.Problem]:
    return [
        model.Problem(
            cell=str(each.at or ""),
            severity=each.severity.value,
            message=each.message,
            proposal=each.proposal,
            rule=each.rule,
            article=each.article,
        )
        for each in found
    ]
