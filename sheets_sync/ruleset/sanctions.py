"""What a sanction can touch, and the words in which documents print it."""

from __future__ import annotations

from enum import Enum


class Sanction(Enum):
    """What a phrase touches. TALLY adds to the tally that the phrase names; a session's ban or
    disqualification carries the session's name."""

    SECONDS = "s"
    PLACES = "places"
    LAPS = "laps"
    DRIVE_THROUGH = "drive-through"
    STOP_AND_GO = "stop-and-go"
    DISQUALIFICATION = "disqualification"
    SESSION_DISQUALIFICATION = "session disqualification"
    ROUND_DISQUALIFICATION = "round disqualification"
    POINTS = "points"
    GRID_PLACES = "grid places"
    BACK_OF_GRID = "back of the grid"
    BALLAST = "kg"
    SESSION_BAN = "session ban"
    ROUND_BAN = "round ban"
    DEMOTION = "demotion"
    PROMOTION = "promotion"
    RESERVE = "reserve spot"
    REPLACEMENT = "replacement"
    REMOVAL = "removal"
    LIFE_BAN = "life ban"
    BLACKLIST = "blacklist"
    REPRIMAND = "reprimand"
    TALLY = "tally"
    DECIDE = "decide"
    NOTE = "note"


OUT = frozenset(
    {Sanction.DISQUALIFICATION, Sanction.SESSION_DISQUALIFICATION, Sanction.ROUND_DISQUALIFICATION}
)
"""What takes a driver out of a classification."""

LATER = frozenset(
    {
        Sanction.GRID_PLACES,
        Sanction.BACK_OF_GRID,
        Sanction.BALLAST,
        Sanction.SESSION_BAN,
        Sanction.ROUND_BAN,
    }
)
"""What is served in a later round."""

GONE = frozenset({Sanction.REPLACEMENT, Sanction.REMOVAL, Sanction.LIFE_BAN, Sanction.BLACKLIST})
"""What ends a driver's season."""

BELONGING = GONE | {Sanction.DEMOTION, Sanction.PROMOTION, Sanction.RESERVE}
"""What changes where a driver belongs from then on."""

UNITS = {
    "s": Sanction.SECONDS,
    "second": Sanction.SECONDS,
    "seconds": Sanction.SECONDS,
    "place": Sanction.PLACES,
    "places": Sanction.PLACES,
    "lap": Sanction.LAPS,
    "laps": Sanction.LAPS,
    "point": Sanction.POINTS,
    "points": Sanction.POINTS,
    "grid place": Sanction.GRID_PLACES,
    "grid places": Sanction.GRID_PLACES,
    "kg": Sanction.BALLAST,
    "round ban": Sanction.ROUND_BAN,
    "round bans": Sanction.ROUND_BAN,
    "race ban": Sanction.ROUND_BAN,
}
UNIT_WORDS = tuple(word for word in UNITS if word != "s")
"""What an amount can be of besides a tally."""

PLAIN = (
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
    Sanction.DISQUALIFICATION,
    Sanction.ROUND_DISQUALIFICATION,
    Sanction.BACK_OF_GRID,
    Sanction.ROUND_BAN,
    Sanction.DEMOTION,
    Sanction.PROMOTION,
    Sanction.RESERVE,
    Sanction.REPLACEMENT,
    Sanction.REMOVAL,
    Sanction.LIFE_BAN,
    Sanction.BLACKLIST,
    Sanction.REPRIMAND,
    Sanction.NOTE,
)
WORDS = {
    **{each.value: each for each in PLAIN},
    "dsq": Sanction.DISQUALIFICATION,
    "drive through": Sanction.DRIVE_THROUGH,
    "stop and go": Sanction.STOP_AND_GO,
    "race ban": Sanction.ROUND_BAN,
    "exclusion": Sanction.REMOVAL,
}
IN_PARTS = frozenset({Sanction.SECONDS, Sanction.POINTS, Sanction.BALLAST})
SEVERAL = ("places", "laps", "points", "grid places")
OF_SESSION = {"ban": Sanction.SESSION_BAN, "disqualification": Sanction.SESSION_DISQUALIFICATION}
