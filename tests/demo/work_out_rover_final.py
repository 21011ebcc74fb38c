"""Works out demo/expected_rover_final.yaml from planted data and document, without the project's code.

    python tests/demo/work_out_rover_final.py > tests/demo/expected_rover_final.yaml

What the stewards' cases come to, and who leaves, is written down here by hand; all else is arithmetic.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples" / "rover-demo"))

import itertools

import later
import season
from elimination import LOST, STAGES
from elimination_times import race
from prequalification import times
from times import FASTEST

TABLE = (35, 32, 29, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7)
# Who took over whose points: before R2, before R3, and by exclusion before R4.
SEATS = {
    "Ryo Tachibana": "Hugo Lindström",
    "Grace Hollingworth": "Ethan Kowalczyk",
    "Filipe Azevedo": "Luuk Janssen",
}
# Points lost in rounds 1 to 4: every case that was decided and holds in the end.
LOST_POINTS = {
    "Gabriel N'Diaye": 7 + 4,  # R1-01 DB1, R2-05 OBS
    "Zoltán Kertész": 10 + 5,  # R1-03 ADM, R2-03 ADC
    "Owen Fitzgerald-Hughes": 6,  # R1-04 SP4, upheld
    "Daan Hoekstra": 3,  # R1-05 SP2 in place of SP4
    "Thibault Carpentier": 2,  # R1-09 DP2, contested too late; R2-10 dismissed
    "Liam O'Connor": 1,  # R1-10 GEN with its article
    "Yuto Hasegawa": 1,  # R2-02 RAD
    "Kristján Þórsson": 3,  # R2-04 SP2, overdue, but decided
    "Pedro Gonçalves": 3,  # R2-08 DP1
    "Angus Whitlock": 3,  # R2-09 ADA
    "Jack Thornbury": 5,  # R3-01 ADC
    "Kenji Sato": 4,  # R3-03 OBS
    "Callum McAllister": 3,  # R3-04 SP2
    "Tomáš Dvořák": 1,  # R4-02 RAD
    "Søren Kjærgaard": 2,  # R4-03 DP2
}
# Overturned: R1-06, R3-02; taken back: R2-06; late: R1-07, R4-01; not applied: R1-08, R1-11, R2-01.
FAIR_PLAY = ("Siobhán Gallagher", "Yuto Hasegawa", "Marco De Angelis", "Rafael Echeverría")
UNREADABLE = {(2, "Matteo Rossi")}  # 'Mateo Rosi'
# Seconds in the elimination phase.
SECONDS = {
    ("third finals", "Pedro Gonçalves"): 10,  # R5-01 ADM
    ("third finals", "Kristján Þórsson"): 5,  # R5-02 ADC
    ("semi-finals", "Nguyễn Minh Khôi"): 4,  # R6-01 DB2, upheld
    ("repechage", "Jean-Baptiste Lefèvre"): 3,  # R7-01 SP2
    ("final", "Søren Kjærgaard"): 3,  # R8-01 DP1
}
WITHDRAWN = "Bram van der Velde"  # on 5 November, before the semi-finals


def seat(name: str) -> str:
    return SEATS.get(name, name)


def pool_phase() -> tuple[dict[str, Fraction], dict[str, list[int]]]:
    """Points and places of each seat after four rounds."""
    points: dict[str, Fraction] = defaultdict(Fraction)
    places: dict[str, list[int]] = defaultdict(list)
    for number in (1, 2, 3, 4):
        for pool in season.POOLS:
            for place, (name, worth) in enumerate(_race(number, pool), 1):
                if (number, name) not in UNREADABLE:
                    points[seat(name)] += worth
                    places[seat(name)].append(place)
    for (number, name), (pool, status, _) in season.OUT.items():
        if status == "DISC":  # the points of the last place of all who started
            absent = ("DNS", "SO")
            out = [
                s for (n, _), (p, s, _) in season.OUT.items() if (n, p) == (number, pool) and s not in absent
            ]
            points[seat(name)] += TABLE[len(season.finished(number, pool)) + len(out) - 1]
    for name in season.POLES.values():
        points[seat(name)] += 1
    for _, names in FASTEST.values():
        for name in names:
            points[seat(name)] += 1
    for name in FAIR_PLAY:
        points[seat(name)] += 1
    for name, lost in LOST_POINTS.items():
        points[seat(name)] -= lost
    return points, places


def _race(number: int, pool: str) -> list[tuple[str, Fraction]]:
    """The order with its points; R4 GAMMA is 2/3 of the photo and 1/3 of the sprint."""
    order = season.finished(number, pool)
    if (number, pool) != (4, "GAMMA"):
        return [(name, Fraction(TABLE[place])) for place, name in enumerate(order)]
    sprint = [" ".join(each.split()) for each in later.SPRINT.split(",")]
    worth = {
        name: Fraction(2, 3) * TABLE[order.index(name)] + Fraction(1, 3) * TABLE[sprint.index(name)]
        for name in order
    }
    assert len(set(worth.values())) == len(order), "two are level in the sum"
    return sorted(worth.items(), key=lambda each: -each[1])


def general_ranking() -> list[str]:
    """By points, then the better results; whoever that doesn't part would need the licence and lap times."""
    points, places = pool_phase()
    holders = {old: new for new, old in SEATS.items()}

    def key(name: str) -> tuple[Fraction, list[int]]:
        return -points[name], [-places[name].count(place) for place in range(1, 15)]

    order = sorted(points, key=key)
    assert all(key(a) < key(b) for a, b in itertools.pairwise(order)), "a tie by results, too"
    return [holders.get(name, name) for name in order]


def snake(people: list[str], pools: tuple[str, ...]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {pool: [] for pool in pools}
    for number, name in enumerate(people):
        row, column = divmod(number, len(pools))
        groups[pools[column if row % 2 == 0 else -1 - column]].append(name)
    return groups


def classified(stage: str) -> dict[str, list[str]]:
    """The order of each group by time with the seconds; who lost the connection is last."""
    found = {}
    for each in STAGES:
        for pool in each.days if each.name == stage else ():
            rows = [(row.driver, row.total) for row in race(each, pool) if row.total is not None]
            timed = {name: total + 1000 * SECONDS.get((stage, name), 0) for name, total in rows}
            last = [LOST[stage, pool][0]] if (stage, pool) in LOST else []
            found[pool] = sorted(timed, key=lambda name: timed[name]) + last
    return found


def main() -> None:
    ranking = general_ranking()
    thirds = snake(ranking[:42], ("ALPHA", "BETA", "DELTA"))
    raced = classified("third finals")
    assert {pool: sorted(names) for pool, names in thirds.items()} == {p: sorted(n) for p, n in raced.items()}

    ranking = [name for name in ranking if name != WITHDRAWN]  # everybody below moves up one
    place = {name: number for number, name in enumerate(ranking)}
    through = [name for names in raced.values() for name in names[:9] if name != WITHDRAWN]
    tenth = min((names[9] for names in raced.values()), key=lambda name: place[name])
    group = next(names for names in raced.values() if WITHDRAWN in names)
    next_up = next(name for name in group[9:] if name != tenth)
    semis = sorted([*through, tenth, next_up], key=lambda name: place[name])
    groups = snake(semis, ("ALPHA", "BETA"))

    driven = classified("semi-finals")
    assert {pool: sorted(names) for pool, names in groups.items()} == {
        p: sorted(n) for p, n in driven.items()
    }
    repechage = sorted(name for names in driven.values() for name in names[5:12])
    second = classified("repechage")[""]
    assert sorted(second) == repechage
    finalists = sorted([*(name for names in driven.values() for name in names[:5]), *second[:4]])
    final = classified("final")[""]
    assert sorted(final) == finalists

    def by_place(orders: dict[str, list[str]], out: set[str]) -> list[str]:
        found = [
            (spot, place[name], name)
            for names in orders.values()
            for spot, name in enumerate(names)
            if name not in out
        ]
        return [name for _, _, name in sorted(found)]

    order = [*final, *second[4:]]
    order += by_place(driven, set(order))
    order += by_place(raced, {*order, WITHDRAWN})
    order += [name for name in ranking if name not in order]

    listed = [each for each in times() if each.best is not None]
    listed.sort(key=lambda each: each.best or 0)
    _write("field", [each.driver for each in listed[:56]])
    _write("reserves", [each.driver for each in listed[56:64]])
    _write("general_ranking", ranking)
    _write("third_finals", thirds)
    _write("third_finals_classified", raced)
    _write("best_tenth", [tenth])
    _write("for_the_withdrawn", [next_up])
    _write("semi_finals", groups)
    _write("semi_finals_classified", driven)
    _write("repechage", repechage)
    _write("repechage_classified", second)
    _write("final", finalists)
    _write("final_ranking", order)


def _write(name: str, value: list[str] | dict[str, list[str]]) -> None:
    print(f"{name}:")
    lists = value if isinstance(value, dict) else {"": value}
    for pool, names in lists.items():
        print(f"  {pool}:" if pool else "", end="\n" if pool else "")
        for each in names:
            print(f'  - "{each}"')


if __name__ == "__main__":
    print("# Who advances, and the final ranking. Made by work_out_rover_final.py, which explains each step.")
    main()
