"""Rounds 3 and 4, after the demo's moment: who finished where, and what broke.

=====  =====  ==========================================================================================
Round  Pool   What is special
=====  =====  ==========================================================================================
R3     BETA   Piotr Wiśniewski lost his connection: DISC, 14 starters
R3     GAMMA  Marco De Angelis held the leaders up: disqualified from the round
R3     DELTA  a lobby bug on the first lap: started again, only the second race was written down
R4            Luuk Janssen is excluded (R2); Filipe Azevedo, reserve 3, takes the seat
R4            Aroha Te Whare signed out and chose no pool: DELTA has a free place
R4     ALPHA  Wei Jie Tan can't get into the lobby and races in DELTA, four days later
R4     BETA   Riku Ōshima is away for 60 % of the qualifying: his time, the best of all, is void
R4     GAMMA  the host is gone after 10 of 20 laps: two parts, the sprint over the other ten
=====  =====  ==========================================================================================
"""

from __future__ import annotations

FINISHED: dict[tuple[int, str], str] = {
    (3, "ALPHA"): """
        Jean-Baptiste Lefèvre, Arjun Raghavan, Matteo Rossi, Kristján Þórsson, Gabriel N'Diaye, Ryo
        Tachibana, Jack Thornbury, Giulia Ferrante, Tāne Rangihuna, D'Angelo Ferreira, Florian
        Steinlechner, Zoltán Kertész, Owen Fitzgerald-Hughes, İlker Yıldırım""",
    (3, "BETA"): """
        Søren Kjærgaard, Bram van der Velde, Andrei Vulpescu, Pedro Gonçalves, Sota Kuribayashi,
        Grace Hollingworth, Nguyễn Minh Khôi, Élodie Marchand, Rafael Echeverría, Lukas Brandner,
        Siobhán Gallagher, Thibault Carpentier, Diego Ibáñez""",
    (3, "GAMMA"): """
        Chloé Dubois-Martin, Sébastien Rault, Riku Ōshima, Takumi Aoki, Noémie Gauthier, Ioana
        Bălănescu, Kenji Sato, Mathis Kervella, Ruaridh Campbell, Hinata Morishita, Mikko
        Hämäläinen, Ana Lucía Fernández, Luuk Janssen""",
    (3, "DELTA"): """
        Callum McAllister, Aroha Te Whare, Mei-Ling Chua, João Pedro Matos, Tomáš Dvořák, Haruto
        Nakagawa, Wei Jie Tan, Yuto Hasegawa, Liam O'Connor, Jürgen Weißmann, Daan Hoekstra, Ben
        Ashcroft, Angus Whitlock, Malik Benhaddou""",
    (4, "ALPHA"): """
        Yuto Hasegawa, Nguyễn Minh Khôi, Takumi Aoki, João Pedro Matos, Bram van der Velde, Hinata
        Morishita, Gabriel N'Diaye, Mathis Kervella, Mei-Ling Chua, Liam O'Connor, Ben Ashcroft,
        Malik Benhaddou, Siobhán Gallagher""",
    (4, "BETA"): """
        Rafael Echeverría, Élodie Marchand, Daan Hoekstra, Tomáš Dvořák, Kristján Þórsson, Riku
        Ōshima, Ryo Tachibana, Jean-Baptiste Lefèvre, Chloé Dubois-Martin, İlker Yıldırım, Arjun
        Raghavan, Filipe Azevedo, Thibault Carpentier, Noémie Gauthier""",
    (4, "GAMMA"): """
        Kenji Sato, Sota Kuribayashi, Marco De Angelis, Callum McAllister, Zoltán Kertész, Ioana
        Bălănescu, Haruto Nakagawa, Angus Whitlock, Lukas Brandner, Ana Lucía Fernández, Andrei
        Vulpescu, Jürgen Weißmann, Grace Hollingworth, Jack Thornbury""",
    (4, "DELTA"): """
        Matteo Rossi, Søren Kjærgaard, Florian Steinlechner, Giulia Ferrante, Pedro Gonçalves,
        Ruaridh Campbell, Sébastien Rault, D'Angelo Ferreira, Mikko Hämäläinen, Wei Jie Tan, Tāne
        Rangihuna, Diego Ibáñez, Owen Fitzgerald-Hughes, Piotr Wiśniewski""",
}

# R4 GAMMA: above is the grid photo, this is the sprint
SPRINT = """
    Callum McAllister, Grace Hollingworth, Marco De Angelis, Sota Kuribayashi, Andrei Vulpescu,
    Kenji Sato, Jack Thornbury, Haruto Nakagawa, Angus Whitlock, Jürgen Weißmann, Zoltán Kertész,
    Ana Lucía Fernández, Lukas Brandner, Ioana Bălănescu"""

OUT: dict[tuple[int, str], tuple[str, str, int]] = {
    (3, "Piotr Wiśniewski"): ("BETA", "DISC", 15),
    (3, "Marco De Angelis"): ("GAMMA", "DSQ", 24),
}

POLES = {
    (3, "ALPHA"): "Matteo Rossi", (3, "BETA"): "Pedro Gonçalves",
    (3, "GAMMA"): "Sébastien Rault", (3, "DELTA"): "João Pedro Matos",
    (4, "ALPHA"): "Nguyễn Minh Khôi", (4, "BETA"): "Tomáš Dvořák",
    (4, "GAMMA"): "Marco De Angelis", (4, "DELTA"): "Giulia Ferrante",
}  # fmt: skip

FASTEST = {3: (94_318, ("Aroha Te Whare",)), 4: (118_904, ("Takumi Aoki",))}
LOST = {(4, "Riku Ōshima"): ("10-24 21:06", 0.6)}  # when, and the share of the qualifying that was missed
MISSED_RACE = {(4, "Wei Jie Tan"): "ALPHA"}  # where who was moved would have raced
