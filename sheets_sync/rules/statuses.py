"""statuses: what a status is worth.

A result row without a status is ``FIN``. ``place`` says where the driver stands: at the own place, behind
the finishers (``last``), or nowhere. ``points`` says what that is worth: the points of the own place, those
of the last place, which is the number of those who started, or none. ``starts`` says who has started, and
so can be punished. ``bonuses`` says who may have the fastest lap. A status can be written as its name or as
one of ``also``; what ``then`` asks comes up as an open decision. A league adds statuses of its own, changes
those of `base` setting by setting, or takes one out with ``off``.
"""

from __future__ import annotations

from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.model import Ruleset

FINISHED = "FIN"


def meaning(ruleset: Ruleset, status: str, event: Event) -> Status:
    """What a status means in that session of that pool."""
    rule = ruleset.statuses[status]
    return rule.at(ruleset.where(event.round, event.session, event.pool)) or rule.usual
