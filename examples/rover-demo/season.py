"""The season: its calendar, and who finished where in the two rounds that have been raced (later.py: the others).

What happened, for whoever checks the software's numbers by hand (the cells are listed in README.md):

=====  =====  ==========================================================================================
Round  Pool   What is special
=====  =====  ==========================================================================================
R1     ALPHA  Marco De Angelis parked with a dead controller: an ordinary last place, P14
R1     BETA   Piotr Wiśniewski did not show up and had not signed out: DNS
R1     GAMMA  Diego Ibáñez quit: RQ; the decision about it was answered "no action"
R1     DELTA  Jack Thornbury lost his connection: DISC, with 14 starters
R1     all    fastest lap of the round: Kenji Sato, alone
R1/R2         Hugo Lindström leaves after R1; reserve 1, Ryo Tachibana, is named and races from R2 on
R2     BETA   Luuk Janssen quit: RQ; nobody has decided yet
R2     GAMMA  Noémie Gauthier had signed out: DNS; Tāne Rangihuna lost his connection: DISC, 13 starters
R2     DELTA  Matteo Rossi is misspelt 'Mateo Rosi' in the results
R2     all    fastest lap of the round: Haruto Nakagawa and Callum McAllister, equal to the thousandth
R2/R3         Ethan Kowalczyk leaves after R2; no replacement is named, so the next reserve follows
=====  =====  ==========================================================================================

Equal totals that were arranged: Rafael Echeverría (P3, P9) and Sota Kuribayashi (P5, P7) are parted by
their best places; Arjun Raghavan (P6, P4) and Yuto Hasegawa (P4, P6, +1 for fair play, -1 for RAD) have
the same places and are parted by the penalty points.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import later

POOLS = ("ALPHA", "BETA", "GAMMA", "DELTA")
NOW = datetime(2023, 10, 8, 18, 0)
MISSPELT = {(2, "Matteo Rossi"): "Mateo Rosi"}


@dataclass(frozen=True)
class Round:
    number: int
    circuit: str
    car: str
    laps: int
    days: tuple[date, date, date, date]
    ended: tuple[str, ...] = ()


ROUNDS = (
    Round(1, "Suzuka Circuit", "Honda Civic R (EK) Touring Car", 18,
          (date(2023, 9, 25), date(2023, 9, 26), date(2023, 9, 28), date(2023, 9, 29)),
          ("2023-09-25 22:04", "2023-09-26 22:06", "2023-09-28 22:03", "2023-09-29 22:09")),
    Round(2, "Autopolis International", "Nissan Silvia spec-R Aero (Gr.4)", 21,
          (date(2023, 10, 2), date(2023, 10, 3), date(2023, 10, 5), date(2023, 10, 6)),
          ("2023-10-02 22:02", "2023-10-03 22:05", "2023-10-05 22:07", "2023-10-06 22:04")),
    Round(3, "Fuji International Speedway", "Mazda Roadster Touring Car", 24,
          (date(2023, 10, 9), date(2023, 10, 11), date(2023, 10, 12), date(2023, 10, 13))),
    Round(4, "Mount Panorama", "Nissan GT-R GT500 ’99", 20,
          (date(2023, 10, 23), date(2023, 10, 24), date(2023, 10, 26), date(2023, 10, 27))),
)  # fmt: skip

# Finishers in their order; the parked driver is one of them.
_FINISHED = {
    (1, "ALPHA"): """
        Callum McAllister, Élodie Marchand, Haruto Nakagawa, Yuto Hasegawa, Aroha Te Whare,
        Liam O'Connor, Gabriel N'Diaye, Ana Lucía Fernández, Sébastien Rault, Mathis Kervella,
        İlker Yıldırım, Andrei Vulpescu, Luuk Janssen, Marco De Angelis""",
    (1, "BETA"): """
        Kenji Sato, Jean-Baptiste Lefèvre, Jürgen Weißmann, Mei-Ling Chua, Mikko Hämäläinen,
        Arjun Raghavan, Ben Ashcroft, Kristján Þórsson, Ethan Kowalczyk, Zoltán Kertész,
        Siobhán Gallagher, Owen Fitzgerald-Hughes, Lukas Brandner""",
    (1, "GAMMA"): """
        Bram van der Velde, Tomáš Dvořák, Rafael Echeverría, Chloé Dubois-Martin,
        Nguyễn Minh Khôi, Takumi Aoki, Florian Steinlechner, Daan Hoekstra, Ioana Bălănescu,
        Noémie Gauthier, Giulia Ferrante, Tāne Rangihuna, Malik Benhaddou""",
    (1, "DELTA"): """
        Søren Kjærgaard, Matteo Rossi, Pedro Gonçalves, Ruaridh Campbell, Sota Kuribayashi,
        Wei Jie Tan, Riku Ōshima, Hugo Lindström, D'Angelo Ferreira, Angus Whitlock,
        Hinata Morishita, Thibault Carpentier, João Pedro Matos""",
    (2, "ALPHA"): """
        Aroha Te Whare, Haruto Nakagawa, Marco De Angelis, Liam O'Connor, Kenji Sato,
        Yuto Hasegawa, Bram van der Velde, Diego Ibáñez, Ana Lucía Fernández, Piotr Wiśniewski,
        Mei-Ling Chua, İlker Yıldırım, Owen Fitzgerald-Hughes, Mikko Hämäläinen""",
    (2, "BETA"): """
        Søren Kjærgaard, Tomáš Dvořák, Jack Thornbury, Arjun Raghavan, Kristján Þórsson,
        D'Angelo Ferreira, Sébastien Rault, Zoltán Kertész, Siobhán Gallagher, Ben Ashcroft,
        Andrei Vulpescu, Ryo Tachibana, Malik Benhaddou""",
    (2, "GAMMA"): """
        Mathis Kervella, Nguyễn Minh Khôi, Jean-Baptiste Lefèvre, Riku Ōshima, Gabriel N'Diaye,
        Takumi Aoki, Sota Kuribayashi, João Pedro Matos, Florian Steinlechner, Hinata Morishita,
        Daan Hoekstra, Lukas Brandner""",
    (2, "DELTA"): """
        Élodie Marchand, Pedro Gonçalves, Callum McAllister, Chloé Dubois-Martin, Ioana Bălănescu,
        Matteo Rossi, Jürgen Weißmann, Ethan Kowalczyk, Rafael Echeverría, Ruaridh Campbell,
        Giulia Ferrante, Thibault Carpentier, Wei Jie Tan, Angus Whitlock""",
}

# Entered, but without a place: round, driver -> pool, status, laps driven.
OUT: dict[tuple[int, str], tuple[str, str, int]] = {
    (1, "Piotr Wiśniewski"): ("BETA", "DNS", 0),
    (1, "Diego Ibáñez"): ("GAMMA", "RQ", 7),
    (1, "Jack Thornbury"): ("DELTA", "DISC", 11),
    (2, "Luuk Janssen"): ("BETA", "RQ", 4),
    (2, "Noémie Gauthier"): ("GAMMA", "DNS", 0),
    (2, "Tāne Rangihuna"): ("GAMMA", "DISC", 15),
}

POLES = {
    (1, "ALPHA"): "Élodie Marchand", (1, "BETA"): "Kenji Sato",
    (1, "GAMMA"): "Tomáš Dvořák", (1, "DELTA"): "Søren Kjærgaard",
    (2, "ALPHA"): "Aroha Te Whare", (2, "BETA"): "Søren Kjærgaard",
    (2, "GAMMA"): "Mathis Kervella", (2, "DELTA"): "Pedro Gonçalves",
}  # fmt: skip

_FINISHED |= later.FINISHED
OUT |= later.OUT
POLES |= later.POLES


def finished(round_number: int, pool: str) -> list[str]:
    return [" ".join(name.split()) for name in _FINISHED[round_number, pool].split(",")]


def without_place(round_number: int, pool: str) -> list[str]:
    return [name for (number, name), (where, _, _) in OUT.items() if (number, where) == (round_number, pool)]


def field(round_number: int, pool: str) -> list[str]:
    """The 14 who were due in this race."""
    return finished(round_number, pool) + without_place(round_number, pool)
