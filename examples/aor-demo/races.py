"""The races as they were run: seeded times, and what befell some drivers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from cast import PACE
from season import AWAY, FULL_TIME, JOINS, LEAVES, ROUNDS, STAND_INS, TWO_ROOMS, UNQUALIFIED, Round


@dataclass(frozen=True)
class Row:
    """One line of the results: a driver in one session."""

    round: int
    session: str
    room: str
    driver: str
    laps: int | None = None
    time: int | None = None
    best: int | None = None
    status: str = ""
    penalty: int | None = None  # the game's, not served: seconds
    sectors: int | None = None
    part: str = ""
    place: int | None = None


# (round, session, driver) -> what is different
BEFELL: dict[tuple[int, str, str], dict[str, object]] = {
    (1, "feature", "Gianluca Tessarolo"): {"status": "DISC", "laps": 18},  # 82 %
    (1, "feature", "Lee Bickerstaffe"): {"status": "DNF", "laps": 8},  # 36 %
    (1, "feature", "Fraser Kinnaird"): {"status": "DNF", "laps": 20},  # 91 %
    (1, "feature", "Núria Castellvell"): {"status": "DNF", "laps": 17},  # 77 %
    (1, "feature", "Gareth Hollinrake"): {"status": "DNF", "laps": 5},  # 23 %
    (1, "feature", "Callum Pridmore"): {"penalty": 3, "sectors": 2},
    (1, "sprint", "Ewan Dalrymple-Hay"): {"penalty": 2, "sectors": 0},
    (2, "feature", "Lee Bickerstaffe"): {"status": "RQ", "laps": 6},  # 33 %
    (2, "feature", "Gareth Hollinrake"): {"status": "DNF", "laps": 15},  # 83 %
    (2, "feature", "Michele Sant'Andrea"): {"status": "DISC", "laps": 17},  # 94 %
    (2, "sprint", "Lee Bickerstaffe"): {"status": "DNS"},
    (3, "feature", "Tomasz Wierzbowski"): {"laps": 17},  # a lap down
    (3, "sprint", "Aurélien Castagnet"): {"status": "DISC", "laps": 4},
    (5, "feature", "Ewan Dalrymple-Hay"): {"status": "DISC", "laps": 0},
    (5, "feature", "Niels Verhoeckx"): {"status": "DISC", "laps": 0},
    (5, "feature", "Piers Wolstenholme"): {"status": "DISC", "laps": 0},
    (5, "feature", "Gareth Hollinrake"): {"status": "DSQ"},
    (5, "sprint", "Gareth Hollinrake"): {"status": "DSQ"},
    (5, "sprint", "Michele Sant'Andrea"): {"status": "DNS"},
    (5, "sprint", "Håkon Strandvik"): {"status": "DNS"},
    (6, "feature", "Inês Figueiral"): {"status": "DNF", "laps": 9},
    (6, "feature", "Szilárd Vadkerti"): {"status": "DNF", "laps": 3},
    (7, "feature", "Fraser Kinnaird"): {"status": "DISC", "laps": 13},  # 81 %
    (7, "feature", "Gareth Hollinrake"): {"status": "DISC", "laps": 7},
    (7, "feature", "Maxime Delacroisière"): {"status": "DISC", "laps": 7},
    (7, "sprint", "Maxime Delacroisière"): {"status": "DNS"},
    (7, "sprint", "Kieran Mulhearn"): {"penalty": 6, "sectors": 3},
}
_OUT = ("DNS", "DSQ")
# Who really sat in the car: somebody raced in another driver's name
AT_THE_WHEEL = {(3, "Loïc Perraudin-Vial"): "Dean Cuthbertson-Lyle"}
# Broken races: (round, session, room) -> the part, and the laps that were driven by then
BROKEN = {
    (3, "feature", "Pro"): ("first", 7),
    (4, "feature", ""): ("photo", 11),
    (6, "sprint", "Elite"): ("photo", 7),
}
# Two who set the fastest lap of the race, to the thousandth
SHARED_FASTEST = {(3, "feature", "Elite"): ("Matthias Öttinger", "Rhys Llewellyn-Davies")}


def _pace(number: int, name: str) -> int:
    return PACE[AT_THE_WHEEL.get((number, name), name)]


def there(number: int) -> list[str]:
    """Everybody who took part in a round."""
    drivers = [*FULL_TIME, *(name for name in JOINS if name not in FULL_TIME)]
    seated = [n for n in drivers if JOINS.get(n, 0) <= number < LEAVES.get(n, 99)]
    return [n for n in [*seated, *STAND_INS.get(number, [])] if n not in AWAY.get(number, [])]


def rows(of: Round) -> list[Row]:
    """All results of a round: qualifying, feature and sprint of each room."""
    chance = Random(f"AOR season 14, R{of.number}")
    qualified = sorted(_qualifying(of, chance), key=lambda row: row.best or 0)
    order = [row.driver for row in qualified] + UNQUALIFIED.get(of.number, [])
    rooms = {"Elite": order[:16], "Pro": order[16:]} if of.number in TWO_ROOMS else {"": order}
    found = list(qualified)
    for session, laps in zip(("feature", "sprint"), of.laps, strict=True):
        for room, drivers in rooms.items():
            found += _race(of, session, room, laps, drivers, chance)
    return found


def _qualifying(of: Round, chance: Random) -> Iterator[Row]:
    for name in there(of.number):
        if name not in UNQUALIFIED.get(of.number, []):
            lap = of.lap - 900 + round(_pace(of.number, name) * 0.9) + round(chance.random() * 700)
            yield Row(of.number, "qualifying", "", name, best=lap)


def _race(of: Round, session: str, room: str, laps: int, drivers: list[str], chance: Random) -> Iterator[Row]:
    part, driven = BROKEN.get((of.number, session, room), ("", laps))
    made = [_run(of, session, room, laps, name, chance) for name in drivers]
    for row in _shared(made, SHARED_FASTEST.get((of.number, session, room), ())):
        if part == "first":
            lost = row.driver in drivers[-2:]
            yield replace(row, part=part, laps=driven, time=None, status="DISC" if lost else "")
            yield replace(row, part="restart")
        elif not part:
            yield row
    if part == "photo":
        standing = sorted(made, key=lambda row: row.time or 0)
        for place, row in enumerate(standing, 1):
            if row.status in _OUT:
                yield row
            else:
                yield replace(row, part=part, place=place, laps=driven, time=None, status="")


def _run(of: Round, session: str, room: str, laps: int, name: str, chance: Random) -> Row:
    luck, flyer = chance.random(), chance.random()
    mean = of.lap + _pace(of.number, name) + 650
    time = round(laps * mean + 12_000 * luck)
    row = Row(of.number, session, room, name, laps, time, mean - 700 + round(500 * flyer))
    other = BEFELL.get((of.number, session, name), {})
    row = replace(row, **other)  # type: ignore[arg-type]
    if row.status in _OUT:
        return replace(row, laps=None, time=None, best=None)
    if row.status:
        return replace(row, time=None, best=row.best if row.laps else None)
    return row


def _shared(made: list[Row], names: tuple[str, ...]) -> list[Row]:
    """Who shares the fastest lap has exactly the same."""
    fastest = min((row.best for row in made if row.best), default=0) - 41
    return [replace(row, best=fastest) if row.driver in names else row for row in made]


ALL = [row for each in ROUNDS[:7] for row in rows(each)]
