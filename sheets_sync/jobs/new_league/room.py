"""How many rows of a new league's tables are laid out: those that its ruleset makes likely, and some more."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.jobs.new_league.tables import widest_pools
from sheets_sync.ruleset.model import Ruleset

_FIELD, _LISTED = 60, 200
_LISTS = ("problems", "open decisions", "bracket", "interruptions")


@dataclass(frozen=True, slots=True)
class Room:
    """``field``: drivers of a full field, and a quarter more; ``due``: what falls due in the whole season."""

    field: int
    pools: int
    races: int
    sessions: int
    due: int

    @classmethod
    def of(cls, ruleset: Ruleset, due: int) -> Room:
        programmes = [ruleset.programme(each.number) for each in ruleset.rounds]
        races = [sum(map(ruleset.is_race, programme)) for programme in programmes]
        size, names = ruleset.pools.usual.size, ruleset.pools.usual.names
        field = size * len(names) if isinstance(size, int) else 0
        return cls(
            max(_FIELD, field + field // 4),
            len(widest_pools(ruleset)),
            max(races, default=1) or 1,
            max(map(len, programmes), default=1),
            due,
        )

    def of_table(self, name: str) -> int:
        """The rows below the header of a table."""
        if name in _LISTS:
            return _LISTED
        known = {
            "round results": self.races * self.field,
            "starting grid": self.sessions * self.field,
            "due dates": max(self.field, self.due + self.due // 2),
            "pool grid": 2 * -(-self.field // self.pools) + 10,
        }
        return known.get(name, self.field)
