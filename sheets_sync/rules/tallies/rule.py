"""tallies: count something per driver and act at a count.

``counts`` names what is counted: codes, statuses, sanctions (``reprimand``), ``every code`` of a decided
case, ``every penalty`` (each case, or threshold, that costs something in the race); a sanction such as
``1 warning`` adds to the tally of that name anyway. ``adds`` is a fixed number, the code's own ``amount``
(of several sanctions, their sum) or a column of the case, where an empty cell adds ``if_empty``. ``over``
is the time that is counted together: a race, a round, the season, a calendar year, ever, the last 26 weeks
from the incident on, blocks of 6 rounds, the last 6 rounds; ``same`` counts each value of a column apart.
With a ``credit`` the thresholds of ``at`` say what is left of it, else what has been reached.

A threshold acts when it is reached from below; ``2+`` acts at every further one too, and ``every`` at each
n-th. A count that has fallen, because something expired or was taken off, reaches it anew when it comes up
to it again; what an overturned decision had reached wasn't reached. A count below 0 is something in hand,
and nothing acts until it is used up. Decisions that became known at one moment count together: of several
thresholds that they jump over only the furthest acts, with ``jump: all`` each. ``replaces`` takes back what
the step before brought. What follows can be any sanction, another tally's count, or an open decision; what
is overturned no longer counts. An opening balance counts, also where the rules begin later, but reaches no
threshold by itself: what it reached acted in the season it comes from. From ``warn_at`` on the conduct table
shows a warning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sheets_sync.rules.ledger import Decision, Entry, Subject, balance, reversal
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.tallies.acts import added, counted, rules_for
from sheets_sync.rules.tallies.steps import Step
from sheets_sync.rules.tallies.thresholds import reached
from sheets_sync.rules.tallies.windows import Scope, expired_at, is_active, scope_of
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number, simplest


def account(name: str) -> str:
    return f"tally.{name}"


@dataclass(frozen=True, slots=True)
class Count:
    """How a driver's tally stands. ``left`` is what remains of a credit."""

    person: str
    total: Number
    left: Number | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What one tally makes of one driver's acts."""

    entries: tuple[Entry, ...]
    penalties: tuple[Penalty, ...]
    acts: tuple[Act, ...]
    decisions: tuple[Decision, ...]


_NOTHING = Reckoning((), (), (), ())


@dataclass(frozen=True, slots=True)
class Moment:
    """When a tally is looked at: the ``now`` of the run, the last round and the starts of all rounds."""

    now: datetime
    round: int
    starts: tuple[datetime, ...] = ()


def reckon(ruleset: Ruleset, name: str, driver: str, acts: Iterable[Act], at: Moment) -> Reckoning:
    """One driver's entries of a tally and what its thresholds bring. ``driver``: the name to show."""
    found = counted(ruleset, name, acts)
    return _Reckoner(ruleset, name, driver, at).reckon(found) if found else _NOTHING


class _Reckoner:
    def __init__(self, ruleset: Ruleset, name: str, driver: str, at: Moment) -> None:
        self.ruleset, self.name, self.driver, self.at = ruleset, name, driver, at
        self.zone = ruleset.season.usual.zone
        self.usual = ruleset.tallies[name].usual
        self.entries: list[Entry] = []
        self.penalties: dict[Scope, list[Penalty]] = {}
        self.acts: list[Act] = []
        self.decisions: list[Decision] = []

    def reckon(self, acts: list[Act]) -> Reckoning:
        scopes: dict[Scope, list[Act]] = {}
        for act in acts:
            scopes.setdefault(self._scope(act), []).append(act)
        for scope, members in scopes.items():
            self._scope_of_acts(scope, members)
        penalties = tuple(each for found in self.penalties.values() for each in found)
        return Reckoning(tuple(self.entries), penalties, tuple(self.acts), tuple(self.decisions))

    def _scope(self, act: Act) -> Scope:
        same = getattr(act.row, self.usual.same, None) if self.usual.same and act.row else None
        return (*scope_of(self.usual.over, act, self.zone), same)

    def _scope_of_acts(self, scope: Scope, acts: list[Act]) -> None:
        entries = {id(act): self._entry(act) for act in acts}
        past = [act for act in acts if act.inherited]
        new = [act for act in acts if not act.inherited]
        for (known, number), group in groupby(new, key=lambda act: (act.known, act.event.round)):
            batch = list(group)
            active = [each for each in past if is_active(self.usual.over, each, known, number, self.zone)]
            rules = rules_for(self.ruleset, self.name, batch[-1])
            if rules is not None and batch[-1].kind != "opening":
                self._thresholds(scope, rules, active, batch, entries)
            past += batch

    def _entry(self, act: Act) -> Entry:
        rules = rules_for(self.ruleset, self.name, act) or self.usual
        entry = Entry(
            account(self.name),
            Subject("person", act.person),
            act.event,
            added(rules, act),
            act.happened,
            act.known,
            f"tallies.{self.name}",
            rules.cite("counts"),
            act.cells,
            act.says,
            act.because,
        )
        self.entries.append(entry)
        self._ended(act, entry)
        return entry

    def _ended(self, act: Act, entry: Entry) -> None:
        """The entry that takes an overturned act, or an expired one, off again."""
        if act.undone is not None:
            self.entries.append(reversal(entry, f"{act.says}: {act.undone_says}", act.undone))
        elif not is_active(self.usual.over, act, self.at.now, self.at.round, self.zone):
            ended = expired_at(self.usual.over, act, self.at.now, self.zone, self.at.starts)
            self.entries.append(reversal(entry, f"{act.says}: no longer counted", ended))

    def _sum(self, rules: Tally, acts: Iterable[Act]) -> Number:
        return sum((added(rules, act) for act in acts if act.undone is None), start=0)

    def _thresholds(
        self, scope: Scope, rules: Tally, past: list[Act], batch: list[Act], entries: Mapping[int, Entry]
    ) -> None:
        before = self._sum(rules, past)
        after = before + self._sum(rules, batch)
        because = tuple(entries[id(act)] for act in [*past, *batch] if act.undone is None)
        for phrases in reached(rules, before, after):
            if rules.replaces:
                taken = [self._replaced(each, batch[-1]) for each in self.penalties.get(scope, [])]
                self.penalties[scope] = taken
            for phrase in phrases:
                self._follows(scope, phrase, Step(self.name, self.driver, rules, after, batch[-1], because))

    def _replaced(self, penalty: Penalty, act: Act) -> Penalty:
        gone = penalty.undone or act.known
        return replace(penalty, undone=gone, undone_says="replaced by the next step")

    def _follows(self, scope: Scope, phrase: Phrase, step: Step) -> None:
        if phrase.sanction is Sanction.DECIDE:
            self.decisions.append(step.decision(phrase))
        elif phrase.sanction is Sanction.TALLY:
            self.acts.append(step.addition(phrase))
        else:
            self.penalties.setdefault(scope, []).append(step.penalty(phrase))


def counts(ruleset: Ruleset, name: str, entries: Iterable[Entry], people: Iterable[str]) -> list[Count]:
    """How the tally stands for each of these people."""
    credit = ruleset.tallies[name].usual.credit
    own: dict[str, list[Entry]] = {person: [] for person in people}
    for entry in entries:
        if entry.account == account(name):
            own.setdefault(entry.subject.key, []).append(entry)
    totals = {person: simplest(balance(found)) for person, found in own.items()}
    return [
        Count(person, total, None if credit is None else simplest(credit - total))
        for person, total in totals.items()
    ]
