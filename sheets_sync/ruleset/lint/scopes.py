"""Where rules and exceptions hold: somewhere, and not everywhere under a later one."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.problems import Problem
from sheets_sync.ruleset.items import RARE_SCOPES, SCOPE, Item
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.scope_words import range_words

_HINT = "Mend the scope, or take it out."


def never_hold(subject: Subject) -> Iterator[Problem]:
    """Rules and exceptions without a place in the calendar where they could hold."""
    for part in subject.parts():
        scope = part.scope or part.item
        key = next((key for key in SCOPE if key in part.node.items), None)
        reason = _nowhere(subject.ruleset, scope) if key else ""
        if key and reason:
            yield subject.warning(f"{part.title}: it never holds: {reason}.", *part.path, key, hint=_HINT)


def _nowhere(ruleset: Ruleset, scope: Item) -> str:
    """Why the scope fits nowhere; empty where it fits somewhere, or where that can't be known."""
    plain = scope.model_copy(update=dict.fromkeys(RARE_SCOPES))
    names = ruleset.round_names
    numbers = [each.number for each in ruleset.rounds]
    fitting = [each for each in numbers if plain.holds(ruleset.where(each), names)]
    held = [each for each in fitting if _dated(ruleset, scope, each)]
    if not held:
        return f"none of its rounds is in the calendar ({_span(ruleset)})"
    sessions = {name for each in held for name in ruleset.programme(each)}
    if scope.sessions and not sessions & set(scope.sessions):
        return f"its rounds have no session {' or '.join(scope.sessions)}"
    pools = {name for each in held for name in _pools(ruleset, each)}
    if scope.pools and not pools & set(scope.pools):
        return f"its rounds have no pool {' or '.join(scope.pools)}"
    return ""


def _span(ruleset: Ruleset) -> str:
    first, last = ruleset.rounds[0].name, ruleset.rounds[-1].name
    return first if first == last else f"{first} to {last}"


def _pools(ruleset: Ruleset, number: int) -> list[str]:
    return (ruleset.pools.at(ruleset.where(number)) or ruleset.pools.usual).names


def _dated(ruleset: Ruleset, scope: Item, number: int) -> bool:
    """Whether `from` and `until` let the round in; a day that isn't printed may be any."""
    days = (ruleset.round_of(number) or ruleset.rounds[0]).dates.values()
    since, until = scope.from_, scope.until
    late_enough = since is None or (
        number >= since.round if since.round else not days or since.day is None or max(days) >= since.day
    )
    early_enough = until is None or (
        number <= until.round if until.round else not days or until.day is None or min(days) <= until.day
    )
    return late_enough and early_enough


def empty_phases(subject: Subject) -> Iterator[Problem]:
    """Phases with rounds that the calendar doesn't have."""
    numbers, names = {each.number for each in subject.ruleset.rounds}, subject.ruleset.round_names
    for phase, rounds in subject.ruleset.phases.items():
        strange = [name for name in rounds.names if name not in names]
        strange += [
            range_words(each) for each in rounds.numbers if not any(number in each for number in numbers)
        ]
        if strange:
            message = f"phases > {phase}: the calendar has no round {', '.join(strange)}."
            yield subject.warning(message, "phases", phase, hint=f"It has {_span(subject.ruleset)}.")


def unknown_grids(subject: Subject) -> Iterator[Problem]:
    """Grids are named after the session that they are for."""
    sessions = {name for each in subject.ruleset.rounds for name in subject.ruleset.programme(each.number)}
    for name in subject.ruleset.grids:
        if name not in sessions:
            message = f"grids > {name}: no round has a session '{name}', so that this grid is never made."
            hint = f"The sessions are {', '.join(sorted(sessions))}."
            yield subject.warning(message, "grids", name, hint=hint)
