"""The ledger and its accounts, for machines."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sheets_sync.rules.ledger import Entry, Subject
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.export.model import ledger as model
from sheets_sync.tables.export.scalars import exact, moment


def ledger(season: Season) -> list[model.LedgerEntry]:
    """Every entry, with the ids of those it follows from; they always stand somewhere in the list."""
    entries = with_causes(season.entries)
    ids = {id(entry): index for index, entry in enumerate(entries)}
    return [_entry(season, entry, ids) for entry in entries]


def with_causes(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, and behind them those that are only named as a cause."""
    found = list(entries)
    known = {id(entry) for entry in found}
    for entry in found:
        for cause in entry.because:
            if id(cause) not in known:
                known.add(id(cause))
                found.append(cause)
    return found


def _entry(season: Season, entry: Entry, ids: dict[int, int]) -> model.LedgerEntry:
    zone = season.ruleset.season.usual.zone
    return model.LedgerEntry(
        id=ids[id(entry)],
        account=entry.account,
        subject=subject(season, entry.subject),
        round=season.ruleset.name_of(entry.event.round),
        session=entry.event.session,
        pool=entry.event.pool,
        amount=exact(entry.amount),
        happened=moment(entry.happened, zone),
        known=moment(entry.known, zone),
        rule=entry.rule,
        article=entry.article,
        cells=[str(cell) for cell in entry.cells],
        says=entry.says,
        because=[ids[id(cause)] for cause in entry.because],
    )


def subject(season: Season, about: Subject) -> model.Subject:
    entrant = season.seats.entrants.get(about.key)
    if about.kind == "seat" and about.key in season.seats.holdings:
        holder = season.seats.holder(about.key, 10**6)
        entrant = season.seats.entrants.get(holder or about.key)
    return model.Subject(kind=about.kind, key=about.key, name=entrant.driver if entrant else about.key)


def accounts(season: Season) -> list[model.Account]:
    """The balance of every account of every subject."""
    balances: dict[tuple[str, Subject], Fraction] = {}
    for entry in season.entries:
        key = (entry.account, entry.subject)
        balances[key] = balances.get(key, Fraction(0)) + entry.amount
    return [
        model.Account(
            account=account,
            subject=subject(season, about),
            balance=exact(balance),
            access="public" if account.startswith("points.") else "private",
        )
        for (account, about), balance in balances.items()
    ]
