"""What a classification couldn't use, said instead of dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.classification.session_order import Terms
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.round_words import in_words

_ON_TIME = (Sanction.SECONDS, Sanction.LAPS)
_SHAPES = frozenset({*_ON_TIME, Sanction.PLACES, Sanction.DISQUALIFICATION})
_IN_THE_GAME = (Sanction.DRIVE_THROUGH, Sanction.STOP_AND_GO)


def gaps(ruleset: Ruleset, missing: list[int], event: Event, at: CellRef) -> list[Problem]:
    """A warning about the places that nobody holds, for a list typed by hand."""
    if not missing:
        return []
    words = ", ".join(f"P{place}" for place in missing)
    race = f"{event.session} {event.pool}".strip()
    message = f"Nobody holds {words} in the {race} of {in_words(ruleset, event.round)}."
    return [Problem(message, at, "Look for a missing or misread row.", Severity.WARNING)]


def unused(terms: Terms, runners: Iterable[Runner]) -> Iterator[Problem]:
    """Seconds and laps that can't move anybody, and distances that nobody knows."""
    found = list(runners)
    for penalties in terms.mine.values():
        yield from (_no_clock(each, terms.by) for each in penalties if _is_idle(each, terms.by))
    for runner in found:
        yield from _of_runner(runner, terms)


def _is_idle(penalty: Penalty, by: str) -> bool:
    if by == "best lap":
        return penalty.sanction is Sanction.LAPS
    return by == "place" and penalty.sanction in _ON_TIME


def _no_clock(penalty: Penalty, by: str) -> Problem:
    goes = "the places as entered" if by == "place" else "best laps"
    message = f"{penalty.phrase} can't be applied: this session goes by {goes}."
    hint = "Give places or points, or classify by time."
    return Problem(message, _at(penalty), hint, rule="classification", article=penalty.article)


def _of_runner(runner: Runner, terms: Terms) -> Iterator[Problem]:
    result, rules, name = runner.result, terms.rules, runner.person.driver
    if not result.unserved and not result.sectors and rules.classified_from is None:
        return
    at, article = result.row.cell("unserved"), rules.cite("unserved")
    if result.unserved and (rules.unserved is None or terms.by == "place"):
        why = "no rule says what it costs" if rules.unserved is None else "this session goes by places"
        message = f"{name} has a penalty that wasn't served; it isn't added, because {why}."
        yield Problem(message, at, "", Severity.WARNING, "classification", article)
    elif result.sectors and not result.unserved and rules.unserved is not None:
        message = f"{name} has sectors, but no penalty that wasn't served; nothing is added."
        yield Problem(message, at, "Fill in its seconds.", Severity.WARNING, "classification", article)
    if rules.classified_from is not None and result.laps is None and runner.meaning.place != "none":
        message = f"{name} has no laps, so that the distance isn't known; the place counts."
        cite, hint = rules.cite("classified_from"), "Fill in the laps."
        yield Problem(message, result.row.cell("laps"), hint, Severity.WARNING, "classification", cite)


def unrecorded(
    ruleset: Ruleset,
    sessions: Mapping[Event, Iterable[Runner]],
    penalties: Iterable[Penalty],
    entrants: Mapping[str, Entrant],
    only_race: str,
) -> Iterator[Problem]:
    """What is lost in a session of which the driver has no result, and what nobody knows the worth of."""
    ran = {(runner.person.key, event.session) for event, own in sessions.items() for runner in own}
    recorded = {event.session for event in sessions}
    for each in penalties:
        session = each.event.session or only_race
        if each.sanction in _IN_THE_GAME and not (each.case and each.case.row.served):
            yield _worthless(ruleset, each, entrants)
        if each.sanction not in _SHAPES or (each.person, session) in ran:
            continue
        who, where = entrants[each.person].driver, in_words(ruleset, each.event.round)
        what = f"nobody recorded the {session} of {where}"
        if session in recorded:
            what = f"there is no result in the {session} of {where}"
        what = what if session else f"it doesn't say for which race of {where} it is"
        message, hint = f"{each.phrase} of {who} can't be applied: {what}.", "Enter that session's results."
        yield Problem(message, _at(each), hint, Severity.WARNING, "classification", each.article)


def _worthless(ruleset: Ruleset, penalty: Penalty, entrants: Mapping[str, Entrant]) -> Problem:
    who = entrants[penalty.person].driver
    message = (
        f"The {penalty.phrase} of {who} in {in_words(ruleset, penalty.event.round)} costs nothing: no row "
        "says that it was served, and no rule what it is worth."
    )
    hint = "Mark it as served, or write its seconds into `worth` of the tariff."
    return Problem(message, _at(penalty), hint, Severity.WARNING, "tariff", penalty.article)


def _at(penalty: Penalty) -> CellRef | None:
    if penalty.case is None:
        return next(iter(penalty.cells), None)
    row = penalty.case.row
    return row.row.cell("code" if row.code else "penalty")
