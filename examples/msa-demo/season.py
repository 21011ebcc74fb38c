"""The season: its calendar, what befell whom, and the divisions that follow from it.

Times are seeded (racing.py); promotion and relegation are reckoned here as on paper (ladder.py), by the
pre-race qualifying, so that the divisions that were raced are those of the document, but for one driver in
one round (WRONG_LOBBY).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cast import DRIVERS, division
from ladder import Pool, move
from racing import Driver, Odd, Raced, Timed, penalised, placed, qualifying, race
from stewarding import SECONDS

POOLS = ("Division 1", "Division 2", "Division 3")
BY_NAME = {driver.name: driver for driver in DRIVERS}


@dataclass(frozen=True)
class Round:
    number: int
    circuit: str
    car: str
    day: date
    laps: int
    pole: int  # ms, about the best lap there
    ended: tuple[str, ...] = ("21:48", "20:47", "20:46")
    moved_from: date | None = None


ROUNDS = (
    Round(1, "Autopolis", "Gr.3", date(2021, 3, 1), 20, 107_300),
    Round(2, "Dragon Trail – Seaside", "Gr.3", date(2021, 3, 15), 20, 97_900, ("21:46", "20:45", "20:49")),
    Round(3, "Circuit de Barcelona-Catalunya", "Gr.3", date(2021, 3, 29), 19, 104_100, ("21:47", "20:48", "20:46")),
    Round(4, "Lago Maggiore", "Gr.4", date(2021, 4, 12), 17, 122_700, ("21:49", "21:04", "20:48")),
    Round(5, "Fuji International Speedway", "Gr.4", date(2021, 4, 28), 20, 103_200, ("21:48", "20:47", "21:01"),
          date(2021, 4, 26)),
    Round(6, "Tokyo Expressway – Central", "Gr.3", date(2021, 5, 10), 18, 111_800, ("21:37", "20:47", "20:46")),
    Round(7, "Mount Panorama", "Gr.3", date(2021, 5, 24), 17, 120_400, ("21:50", "20:49", "20:48")),
    Round(8, "Kyoto Yamagiwa", "Gr.3", date(2021, 6, 7), 22, 96_300, ()),
)  # fmt: skip
BY_NUMBER = {each.number: each for each in ROUNDS}

# round, driver -> what befell them on the track
ODD: dict[tuple[int, str], Odd] = {
    (1, "Rudi Strydom"): Odd("RQ", 2),
    (1, "Sanele Gumede"): Odd("RQ", 2),
    (2, "Rashaad Davids"): Odd("RQ", 9),
    (3, "Hannes Krügel"): Odd("DISC", 12),
    (3, "Duncan Meyer"): Odd("DISC", 12),
    (5, "Coenraad Viljoen"): Odd("RQ", 13),
    (6, "Storm Redelinghuys"): Odd(lost=120),
    (7, "Mpho Tladi"): Odd("RQ", 6),
}
# A second sign-out in rounds 1 to 6 demotes, the first is forgiven; round 7 opens a new block.
SIGNED_OUT = {(2, "Cameron Fyfe"), (3, "Avishkar Moodley"), (7, "Avishkar Moodley")}
SECOND_SIGN_OUT = {(6, "Avishkar Moodley")}
NO_SHOW = {(1, "Bheki Ngubane"), (1, "Katlego Seabi"), (4, "Palesa Motaung"), (5, "Ettienne Malherbe")}
BANNED = {
    (3, "Dirk Jansen van Rensburg"),
    (5, "Elrich September"),
    (6, "Elrich September"),
    (6, "Nkululeko Buthelezi"),
}
NO_QUALIFYING = {(2, "Francois Nel"), (5, "Inês Teixeira"), (6, "Wouter Scheepers")}  # qualifying bans
GONE_FROM = {"Duncan Meyer": 4, "Karabo Letsoalo": 7}
DISQUALIFIED: set[tuple[int, str]] = set()
WRONG_LOBBY = {(5, "Jean-Pierre Blignaut"): "Division 3"}  # promoted, but joined the lobby he knew
UNSERVED = {(2, "Karabo Letsoalo"): 3, (7, "Amahle Dube"): 2}  # seconds of the game that weren't served


@dataclass(frozen=True)
class Broken:
    """A race that was broken off in ``lap``; ``part``: what its sheet is called; ``again``: laps of the restart."""

    lap: int
    part: str
    again: int = 0


BROKEN = {
    (4, "Division 2"): Broken(3, "first", 14),
    (5, "Division 3"): Broken(9, "photo", 12),
    (6, "Division 1"): Broken(15, "photo"),
    (7, "Division 2"): Broken(1, "first", 17),
}


def present(number: int, people: list[str]) -> list[Driver]:
    away = SIGNED_OUT | SECOND_SIGN_OUT | NO_SHOW | BANNED
    return [BY_NAME[name] for name in people if (number, name) not in away]


def odds(number: int) -> dict[str, Odd]:
    return {name: odd for (each, name), odd in ODD.items() if each == number}


@cache
def pools(number: int) -> dict[str, tuple[str, ...]]:
    """Who belongs where in a round by the rules, without those who have left."""
    if number == 1:
        return {p: tuple(d.name for i, d in enumerate(DRIVERS) if division(i) == p) for p in POOLS}
    before = {pool: list(people) for pool, people in raced_pools(number - 1).items()}
    moved = move([_ladder(number - 1, pool, before[pool]) for pool in POOLS])
    return {pool: tuple(n for n in moved[pool] if number < GONE_FROM.get(n, 99)) for pool in POOLS}


def _ladder(number: int, pool: str, people: list[str]) -> Pool:
    """A division by its qualifying: first down are rage quits, no-shows and second sign-outs; who is under a
    qualifying ban, or has signed out and is forgiven, is no bottom qualifier."""
    people = [name for name in people if number + 1 < GONE_FROM.get(name, 99)]
    down = [n for n in people if odds(number).get(n, Odd()).status == "RQ"]
    down += [n for n in people if (number, n) in NO_SHOW] + [
        n for n in people if (number, n) in SECOND_SIGN_OUT
    ]
    ranking = [row.driver for row in quali(number, pool) if row.driver in people and row.driver not in down]
    return Pool(pool, people, down, ranking, [n for n in people if (number, n) in BANNED])


@cache
def raced_pools(number: int) -> dict[str, tuple[str, ...]]:
    """Where everybody raced: as the rules say, but for who was in the wrong lobby."""
    found = {pool: list(people) for pool, people in pools(number).items()}
    for (each, name), lobby in WRONG_LOBBY.items():
        if each == number:
            found = {pool: [n for n in people if n != name] for pool, people in found.items()}
            found[lobby].append(name)
    return {pool: tuple(people) for pool, people in found.items()}


@cache
def quali(number: int, pool: str) -> tuple[Timed, ...]:
    """The time sheet; who may not qualify has no line in it."""
    there = [
        d for d in present(number, list(raced_pools(number)[pool])) if (number, d.name) not in NO_QUALIFYING
    ]
    return tuple(qualifying(f"msa {number}", there, BY_NUMBER[number].pole, odds(number)))


@cache
def counting(number: int, pool: str) -> tuple[Raced, ...]:
    """The race sheet that counts."""
    each, broken = BY_NUMBER[number], BROKEN.get((number, pool))
    there = present(number, list(raced_pools(number)[pool]))
    if broken is None:
        rows = race(f"msa {number}", there, each.pole + 2_400, each.laps, odds(number))
        return tuple(rows)
    if broken.again:
        rows = race(f"msa {number} again", there, each.pole + 2_400, broken.again, odds(number))
        return tuple(replace(row, part="restart") for row in rows)
    return _until(number, pool, broken)


@cache
def broken_off(number: int, pool: str) -> tuple[Raced, ...]:
    """The sheet of a race that was restarted, as it stood when it was broken off."""
    broken = BROKEN.get((number, pool))
    return _until(number, pool, broken) if broken and broken.again else ()


def _until(number: int, pool: str, broken: Broken) -> tuple[Raced, ...]:
    """The order one lap before, in which everybody still was."""
    there = present(number, list(raced_pools(number)[pool]))
    rows = race(f"msa {number}", there, BY_NUMBER[number].pole + 2_400, max(broken.lap - 1, 1), {})
    return tuple(replace(row, part=broken.part) for row in placed(rows))


@cache
def final_order(number: int, pool: str) -> tuple[str, ...]:
    """With the game's unserved penalties and the stewards'; who is disqualified ranks last."""
    added = dict(SECONDS.get(number, {}))
    for (each, name), seconds in UNSERVED.items():
        if each == number:
            added[name] = added.get(name, 0) + seconds
    order = penalised(counting(number, pool), added)
    out = [name for name in order if (number, name) in DISQUALIFIED]
    return tuple([name for name in order if name not in out] + out)
