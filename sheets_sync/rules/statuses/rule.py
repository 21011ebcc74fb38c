"""statuses: what a status is worth.

A result row without a status is ``FIN``. ``place`` says where the driver stands: at the own place, behind
the finishers (``last``), or nowhere. ``points`` says what that is worth: the points of the own place; those
of the last place, which is the number of those who started; none; the ``average`` of the races of other
rounds that the driver started, exactly, which each later round brings up to date by an entry of its own; a
number; or one made from the ``starters``, the ``entries`` or the ``last`` place, times ``scale``, and
``plus`` so much. Numbers are for races, under rules with points for more than one place. Who is disqualified
by the stewards is worth what ``DSQ`` is. ``starts`` says who has started, and so can be punished. ``bonuses``
says who may have bonus points, such as the fastest lap. ``drops`` says whether a standing may drop such a
round. A status can be written as its name or as one of ``also``; what follows under ``then`` are sanctions,
or an open decision. A league adds statuses of its own, changes those of `base` setting by setting, or takes
one out with ``off``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT

if TYPE_CHECKING:
    from sheets_sync.rules.classification.rule import Classified

FINISHED = "FIN"


def meaning(ruleset: Ruleset, status: str, event: Event) -> Status:
    """What a status means in that session of that pool."""
    rule = ruleset.statuses[status]
    return rule.at(ruleset.where(event.round, event.session, event.pool)) or rule.usual


def of_row(ruleset: Ruleset, row: Classified, event: Event) -> Status:
    """What the status of a row means; who is disqualified by the stewards is worth what DSQ is."""
    out = row.penalties and any(penalty.sanction in OUT for penalty in row.penalties)
    if out and "DSQ" in ruleset.statuses:
        return meaning(ruleset, "DSQ", event)
    return row.runner.meaning
