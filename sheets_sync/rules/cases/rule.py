"""cases: from the report to the final result.

**Report.** A claim that comes after the window of ``report`` is refused; with ``late: report`` it is
admitted and only said. ``unless`` names a column that lifts the window where it says yes. ``needs`` names
the columns that must be filled, ``a or b`` for one of two: a report that lacks one is refused, or with
``incomplete: report`` only reported, and all that is missing is named. ``sources`` lists where an incident
may come from, and ``binds`` those that the window and the columns bind. With ``only_affected`` a report by
somebody whom the incident didn't affect is refused. A row without a source is what the officials saw
themselves, and bound by nothing, unless it says who reported it or when, whom it hit, or gives evidence:
then it counts as the first of ``sources``.

**Decision.** The verdict column decides. Where it is empty, the ``votes`` do: the ``majority`` of those
cast, ``all`` that agree, or the first of ``one``; first over the verdict, then over the penalty. A ``tie``
stays open or goes by the senior steward. The votes of who is ``barred`` aren't counted: ``involved`` are
the accused, the reporter and whom it hit. A verdict that isn't what was voted counts, and it is said. A
case that isn't decided within ``decide`` is overdue; a decision that comes later counts, and it is said. It
acts from the moment on at which it was published, where that is written, else decided. A report or a
decision from before the race that the case names is refused. A
further row with the same case number against the same driver decides the case anew: the older decision
stays in its history and is reversed. A decision that holds and can't be applied as it is written (an unknown
code, a driver who didn't start) leaves its case open, until its row is mended or the case is decided anew; an
older one that was superseded is history.

**Contestation.** With ``contest: no`` judgments are final, and any contestation is refused; else one that
comes after the window, or without what it ``needs``, such as the fee. A ruling that overturns reverses the
decision. ``to`` names the panels above the stewards: each decides in a further row that names it under
``panel``, in turn, and only after the one below. With ``refund: if won`` the ``fee`` goes back where the
outcome changed. A step out of its order (a publication before the decision, a ruling without a
contestation) is refused; the rest of its row counts.

**Final.** A round is final when claims are over and every case is decided and none contested; with ``final:
{when: contest closed}`` it is contestable before, until the last decision's window of ``contest`` has
passed; with ``when: signed`` it is provisional until the approvals tab says who signed its results.
``needs: penalties announced`` holds it while a decided penalty isn't published. A ruling is due within
``contested``. ``next_round`` says what it means that the next round starts before: it is warned of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.ledger import Event


class State(Enum):
    """Where a case stands at a moment."""

    OPEN = "open"
    REFUSED = "refused"
    NO_ACTION = "no action"
    DECIDED = "decided"
    CONTESTABLE = "contestable"
    CONTESTED = "contested"
    OVERTURNED = "overturned"
    FINAL = "final"
    SUPERSEDED = "superseded"


APPLIED = frozenset(
    {State.DECIDED, State.CONTESTABLE, State.CONTESTED, State.FINAL, State.OVERTURNED, State.SUPERSEDED}
)
UNDONE = frozenset({State.OVERTURNED, State.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the penalty tab and its state. ``known``: from when it counts; ``undone``: from when
    it no longer does; ``due``: until when it has to be decided; ``history``: the decisions before this one,
    the first one first; ``waits``: a contestation waits for its ruling; ``refund_due``: the fee that goes
    back; ``unapplied``: it was decided, but not so that it can be applied."""

    row: CaseRow
    event: Event
    state: State
    known: datetime
    undone: datetime | None = None
    due: datetime | None = None
    history: tuple[CaseRow, ...] = ()
    contest_until: datetime | None = None
    waits: bool = False
    refund_due: str = ""
    ruling_due: datetime | None = None
    unapplied: bool = False


def unclosed(cases: Iterable[Case]) -> Iterator[Case]:
    """Those that aren't closed: undecided, or waiting for a ruling."""
    return (case for case in cases if case.state is State.OPEN or case.waits)


def reopened(case: Case, end: datetime) -> Case:
    """A case whose decision can't be applied, as if it weren't decided yet. ``end``: of the race."""
    case = replace(case, state=State.OPEN, known=case.row.reported_at or end, unapplied=True)
    return replace(case, contest_until=None, waits=False, ruling_due=None)
