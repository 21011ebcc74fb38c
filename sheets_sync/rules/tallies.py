"""tallies: count something per driver and act at a count.

``counts: every code`` counts the code of each decided case once; ``adds`` is a fixed number or the code's
own ``amount`` (of several sanctions, their sum). With a ``credit`` the thresholds of ``at`` say what is
left of it, else what has been reached. A threshold acts once, when it is first reached, and of several
that one round jumps over only the furthest does; what is overturned no longer counts. From ``warn_at`` on
the conduct table shows a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.records.entries import Entrant
from sheets_sync.rules.ledger import Decision, Entry, Event, Findings, Subject, balance
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number


@dataclass(frozen=True, slots=True)
class Count:
    """How a driver's tally stands. ``left`` is what remains of a credit."""

    person: str
    total: Number
    left: Number | None


def count(
    ruleset: Ruleset,
    name: str,
    before: Iterable[Entry],
    penalties: Iterable[Penalty],
    number: int,
    entrants: Mapping[str, Entrant],
) -> Findings:
    """One round's entries of a tally, and the decisions that its thresholds raise."""
    rules = ruleset.tallies[name].at(ruleset.where(number))
    findings = Findings()
    if rules is None:
        return findings
    for penalty in _counted(rules, penalties):
        findings.entries += _entries(name, rules, penalty)
    old, new = _by_person(before), _by_person(findings.entries)
    for person, entries in new.items():
        findings.decisions += _reached(name, rules, entrants[person], old.get(person, []), entries, number)
    return findings


def _counted(rules: Tally, penalties: Iterable[Penalty]) -> Iterable[Penalty]:
    """A code counts once, however many sanctions it has; only amounts are added up."""
    seen: set[int] = set()
    for penalty in penalties:
        has_amount = penalty.sanction not in (Sanction.DECIDE, Sanction.NOTE)
        if has_amount if rules.adds == "amount" else id(penalty.case) not in seen:
            yield penalty
        seen.add(id(penalty.case))


def _by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    own: dict[str, list[Entry]] = {}
    for entry in entries:
        own.setdefault(entry.subject.key, []).append(entry)
    return own


def account(name: str) -> str:
    return f"tally.{name}"


def _entries(name: str, rules: Tally, penalty: Penalty) -> list[Entry]:
    amount = penalty.amount if rules.adds == "amount" else rules.adds
    case = penalty.case
    says = f"{penalty.code} in case {case.row.case}"
    entry = Entry(
        account(name),
        Subject("person", penalty.person),
        penalty.event,
        amount,
        case.row.decided_at or case.known,
        case.known,
        f"tallies.{name}",
        rules.cite("counts"),
        penalty.cells,
        says,
    )
    if not penalty.undone or case.undone is None:
        return [entry]
    return [entry, reversal(entry, f"{says}: {case.state.value}", case)]


def reversal(entry: Entry, says: str, case: object) -> Entry:
    """The entry that takes another one back."""
    undone = getattr(case, "undone", None) or entry.known
    return Entry(
        entry.account,
        entry.subject,
        entry.event,
        -entry.amount,
        undone,
        undone,
        entry.rule,
        entry.article,
        entry.cells,
        says,
        (entry,),
    )


def _reached(
    name: str, rules: Tally, person: Entrant, old: list[Entry], new: list[Entry], number: int
) -> list[Decision]:
    """What the furthest threshold asks that was reached; those that were jumped over don't act."""
    before, after = _standing(rules, old), _standing(rules, old + new)
    crossed = [threshold for threshold in rules.at if _crossed(rules, before, after, threshold)]
    if not crossed:
        return []
    furthest = max(crossed) if rules.credit is None else min(crossed)
    return [
        _decision(name, rules, person, phrase.name, after, number, old + new)
        for phrase in rules.at[furthest]
        if phrase.sanction is Sanction.DECIDE
    ]


def _standing(rules: Tally, entries: Iterable[Entry]) -> Number:
    total = balance(entries)
    return total if rules.credit is None else rules.credit - total


def _crossed(rules: Tally, before: Number, after: Number, threshold: Number) -> bool:
    if rules.credit is None:
        return before < threshold <= after
    return before > threshold >= after


def _decision(
    name: str, rules: Tally, person: Entrant, what: str, after: Number, number: int, entries: list[Entry]
) -> Decision:
    unit = "left" if rules.credit is not None else "reached"
    return Decision(
        f"{name}-r{number}-{person.key}".replace(" ", "-"),
        f"{person.driver}: {name} {after} {unit}. {what.capitalize()}?",
        Subject("person", person.key),
        Event(number),
        ("no action", what),
        "no action",
        rules.cite("at"),
        tuple(cell for entry in entries for cell in entry.cells[:1]),
    )


def counts(ruleset: Ruleset, name: str, entries: Iterable[Entry], people: Iterable[str]) -> list[Count]:
    """How the tally stands for each of these people."""
    rules = ruleset.tallies[name].usual
    own: dict[str, Number] = dict.fromkeys(people, 0)
    for entry in entries:
        if entry.account == account(name):
            own[entry.subject.key] = own.get(entry.subject.key, 0) + entry.amount
    return [
        Count(person, total, None if rules.credit is None else rules.credit - total)
        for person, total in own.items()
    ]
