"""The season: its calendar, what befell whom, and the pools that follow from it.

Times are seeded (racing.py); promotion and relegation are reckoned here as on paper (ladder.py), so that the
pools that were raced are those of the document, but for one driver in one round (WRONG_LOBBY).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from cast import DRIVERS
from ladder import Pool, move
from racing import Driver, Odd, Raced, Timed, penalised, placed, qualifying, race
from stewarding import SECONDS

POOLS = ("Pool 1", "Pool 2", "Pool 3")
BY_NAME = {driver.name: driver for driver in DRIVERS}


@dataclass(frozen=True)
class Round:
    number: int
    circuit: str
    day: date
    laps: int
    pole: int  # ms, about the best lap there
    ended: tuple[str, str, str] = ("20:22", "19:21", "19:24")
    moved_from: date | None = None


ROUNDS = (
    Round(0, "Trial Mountain", date(2022, 4, 27), 0, 100_900),
    Round(1, "Deep Forest", date(2022, 5, 4), 27, 96_400, ("20:19", "19:18", "19:20")),
    Round(2, "Suzuka", date(2022, 5, 18), 22, 120_300, ("20:23", "19:22", "19:23")),
    Round(3, "Interlagos", date(2022, 6, 1), 28, 92_700, ("20:20", "19:19", "19:41")),
    Round(4, "Mount Panorama", date(2022, 6, 15), 20, 123_900, ("20:24", "19:38", "19:24")),
    Round(5, "Spa-Francorchamps", date(2022, 6, 29), 19, 137_800, ("20:12", "19:24", "19:43")),
    Round(6, "Laguna Seca", date(2022, 7, 15), 30, 82_600, ("20:21", "19:20", "19:22"), date(2022, 7, 13)),
    Round(7, "Nürburgring GP", date(2022, 7, 27), 24, 114_200, ("20:23", "19:23", "19:24")),
)  # fmt: skip
BY_NUMBER = {each.number: each for each in ROUNDS}

# round, driver -> what befell them on the track
ODD: dict[tuple[int, str], Odd] = {
    (0, "Lerato Phiri"): Odd(slow=4),
    (2, "Siyabonga Cele"): Odd("DISC", 7),
    (2, "Nadia Jacobs"): Odd("DISC", 7),
    (2, "Kyle Abrahams"): Odd("DISC", 7),
    (3, "Renè Labuschagne"): Odd("RQ", 9),
    (3, "Yusuf Cassim"): Odd("DISC", 11),
    (5, "Kagiso Molefe"): Odd("RQ", 6),
    (7, "Werner Grobler"): Odd("RQ", 15),
    (7, "Heinrich Böhmer"): Odd(lost=130),
}
# A second sign-out in rounds 1 to 6 demotes, the first is forgiven; round 7 opens a new block.
SIGNED_OUT = {(2, "Jacó Terblanche"), (2, "Tumelo Mokoena"), (5, "Thabo Nkosi"), (7, "Tumelo Mokoena")}
SECOND_SIGN_OUT = {(4, "Tumelo Mokoena")}
NO_SHOW = {(1, "Nadia Jacobs"), (2, "Chanté Booysen"), (4, "Christo Müller"), (5, "Preshen Govender")}
BANNED = {(5, "Étienne du Plooy"), (5, "Luyanda Sithole"), (6, "João Ferreira")}
NO_QUALIFYING = {
    (4, "Ricardo Gonçalves"),
    (5, "Zoë Hendricks"),
    (6, "Kyle Abrahams"),
}  # two bans, one without a time
GONE_FROM = {"Siyabonga Cele": 5, "Brendan McIntyre": 6, "Stiaan Fourie": 7}
DISQUALIFIED = {(6, "Yusuf Cassim")}
WRONG_LOBBY = {(6, "Vuyo Mabena"): "Pool 3"}  # promoted after round 5, but went where he always goes
SAME_BEST = {(7, "Gerhard Kotzé"): "Yusuf Cassim"}  # equal to the thousandth
LEADS = ("Étienne du Plooy",)  # of two who are banned in one pool, who leads the championship ranks behind


@dataclass(frozen=True)
class Broken:
    """A race that was broken off in ``lap``; ``part``: what its sheet is called; ``again``: laps of the restart."""

    lap: int
    part: str
    again: int = 0


BROKEN = {
    (3, "Pool 3"): Broken(4, "first", 24),
    (4, "Pool 2"): Broken(12, "photo", 8),
    (5, "Pool 1"): Broken(16, "photo"),
    (5, "Pool 3"): Broken(9, "photo", 10),
    (6, "Pool 1"): Broken(1, "first", 30),
}


def present(number: int, people: list[str]) -> list[Driver]:
    away = SIGNED_OUT | SECOND_SIGN_OUT | NO_SHOW | BANNED
    return [BY_NAME[name] for name in people if (number, name) not in away]


def odds(number: int) -> dict[str, Odd]:
    return {name: odd for (each, name), odd in ODD.items() if each == number}


@cache
def round_zero() -> tuple[Timed, ...]:
    return tuple(qualifying("atk 0", DRIVERS, BY_NUMBER[0].pole, odds(0)))


@cache
def pools(number: int) -> dict[str, tuple[str, ...]]:
    """Who belongs where in a round by the rules, without those who have left."""
    if number == 1:
        order = [row.driver for row in round_zero()]
        return {pool: tuple(order[13 * i : 13 * i + 13]) for i, pool in enumerate(POOLS)}
    before = {pool: list(people) for pool, people in raced_pools(number - 1).items()}
    moved = move([_ladder(number - 1, pool, before[pool]) for pool in POOLS])
    return {pool: tuple(n for n in moved[pool] if number < GONE_FROM.get(n, 99)) for pool in POOLS}


def _ladder(number: int, pool: str, people: list[str]) -> Pool:
    """A pool after its race: first down are rage quits, no-shows and second sign-outs."""
    people = [name for name in people if number + 1 < GONE_FROM.get(name, 99)]
    quit_ = [n for n in people if odds(number).get(n, Odd()).status == "RQ"]
    down = (
        quit_
        + [n for n in people if (number, n) in NO_SHOW]
        + [n for n in people if (number, n) in SECOND_SIGN_OUT]
    )
    ranking = [n for n in final_order(number, pool) if n in people and n not in down]
    absent = sorted((n for n in people if (number, n) in BANNED), key=lambda name: name in LEADS)
    return Pool(pool, people, down, ranking, absent)


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
    return tuple(qualifying(f"atk {number}", there, BY_NUMBER[number].pole, odds(number)))


@cache
def counting(number: int, pool: str) -> tuple[Raced, ...]:
    """The race sheet that counts."""
    each, broken = BY_NUMBER[number], BROKEN.get((number, pool))
    there = present(number, list(raced_pools(number)[pool]))
    if broken is None:
        rows = race(f"atk {number}", there, each.pole + 2_400, each.laps, odds(number))
        return tuple(replace(row, best=_best(number, row, rows)) for row in rows)
    if broken.again:
        rows = race(f"atk {number} again", there, each.pole + 2_400, broken.again, odds(number))
        return tuple(replace(row, part="restart") for row in rows)
    return _until(number, pool, broken)


def _best(number: int, row: Raced, rows: list[Raced]) -> int | None:
    other = SAME_BEST.get((number, row.driver), row.driver)
    return next(each.best for each in rows if each.driver == other)


@cache
def broken_off(number: int, pool: str) -> tuple[Raced, ...]:
    """The sheet of a race that was restarted, as it stood when it was broken off."""
    broken = BROKEN.get((number, pool))
    return _until(number, pool, broken) if broken and broken.again else ()


def _until(number: int, pool: str, broken: Broken) -> tuple[Raced, ...]:
    """The order one lap before, in which everybody still was."""
    there = present(number, list(raced_pools(number)[pool]))
    rows = race(f"atk {number}", there, BY_NUMBER[number].pole + 2_400, max(broken.lap - 1, 1), {})
    return tuple(replace(row, part=broken.part) for row in placed(rows))


@cache
def final_order(number: int, pool: str) -> tuple[str, ...]:
    """After penalties; who is disqualified ranks last."""
    order = penalised(counting(number, pool), SECONDS.get(number, {}))
    out = [name for name in order if (number, name) in DISQUALIFIED]
    return tuple([name for name in order if name not in out] + out)
