"""The elimination phase: the groups as they were raced, and what the stewards and the calendar made of them.

The groups are a snake by the general ranking: 42 drivers after round 4, 28 after the third finals, 14 in the
final. Bram van der Velde, second in his third final, withdraws on 5 November: Grace Hollingworth, tenth there,
goes on, and Kristján Þórsson is the best of the tenths.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Stage:
    number: int
    name: str
    circuit: str
    car: str
    laps: int
    lap: int
    days: dict[str, date]


STAGES = (
    Stage(5, "third finals", "Watkins Glen Long Course", "Toyota Supra GT500 ’97", 24, 102_400,
          {"ALPHA": date(2023, 11, 1), "BETA": date(2023, 11, 2), "DELTA": date(2023, 11, 3)}),
    Stage(6, "semi-finals", "Autodrome Lago Maggiore", "Subaru WRX STi Isle Of Man", 20, 121_700,
          {"ALPHA": date(2023, 11, 7), "BETA": date(2023, 11, 9)}),
    Stage(7, "repechage", "Deep Forest Raceway", "Mitsubishi Lancer Evolution V GSR ‘98", 28, 84_900,
          {"": date(2023, 11, 20)}),
    Stage(8, "final", "Circuit de Spa-Francorchamps", "Super Formula 2023", 20, 114_300, {"": date(2023, 11, 23)}),
)  # fmt: skip

# In the order on the road; who has no time stands in OUT.
ROAD: dict[tuple[str, str], str] = {
    ("third finals", "ALPHA"): """
        Søren Kjærgaard, Bram van der Velde, Pedro Gonçalves, Yuto Hasegawa, Arjun Raghavan, Ioana
        Bălănescu, Takumi Aoki, João Pedro Matos, Aroha Te Whare, Grace Hollingworth, Wei Jie Tan,
        Jürgen Weißmann, Ana Lucía Fernández, Andrei Vulpescu""",
    ("third finals", "BETA"): """
        Nguyễn Minh Khôi, Haruto Nakagawa, Callum McAllister, Matteo Rossi, Sota Kuribayashi,
        Jean-Baptiste Lefèvre, Ruaridh Campbell, Florian Steinlechner, Kristján Þórsson, Mikko
        Hämäläinen, Mei-Ling Chua, Ryo Tachibana, Daan Hoekstra, Marco De Angelis""",
    ("third finals", "DELTA"): """
        Tomáš Dvořák, Kenji Sato, Chloé Dubois-Martin, Élodie Marchand, Rafael Echeverría, Riku
        Ōshima, Mathis Kervella, Liam O'Connor, D'Angelo Ferreira, Sébastien Rault, Gabriel N'Diaye,
        Hinata Morishita, Giulia Ferrante""",
    ("semi-finals", "ALPHA"): """
        Tomáš Dvořák, Søren Kjærgaard, Chloé Dubois-Martin, Kenji Sato, Sota Kuribayashi,
        Jean-Baptiste Lefèvre, Matteo Rossi, Takumi Aoki, Mathis Kervella, Arjun Raghavan,
        Liam O'Connor, João Pedro Matos, Mikko Hämäläinen""",
    ("semi-finals", "BETA"): """
        Callum McAllister, Haruto Nakagawa, Élodie Marchand, Yuto Hasegawa, Nguyễn Minh Khôi,
        Riku Ōshima, Pedro Gonçalves, Rafael Echeverría, Aroha Te Whare, Ioana Bălănescu,
        Kristján Þórsson, Ruaridh Campbell, D'Angelo Ferreira, Grace Hollingworth""",
    ("repechage", ""): """
        Nguyễn Minh Khôi, Pedro Gonçalves, Matteo Rossi, Jean-Baptiste Lefèvre, Takumi Aoki,
        Rafael Echeverría, Aroha Te Whare, Arjun Raghavan, Mathis Kervella, Kristján Þórsson,
        João Pedro Matos, Ioana Bălănescu, Liam O'Connor, Ruaridh Campbell""",
    ("final", ""): """
        Søren Kjærgaard, Callum McAllister, Élodie Marchand, Tomáš Dvořák, Haruto Nakagawa,
        Pedro Gonçalves, Nguyễn Minh Khôi, Kenji Sato, Chloé Dubois-Martin, Takumi Aoki,
        Riku Ōshima, Sota Kuribayashi, Yuto Hasegawa, Matteo Rossi""",
}

# (stage, pool) -> who was disconnected, and after how many laps.
LOST = {
    ("third finals", "DELTA"): ("Jack Thornbury", 17),
    ("semi-finals", "ALPHA"): ("Florian Steinlechner", 9),
}

# Milliseconds behind the car ahead, where it matters; the others are drawn.
GAPS = {
    ("third finals", "Aroha Te Whare"): 4_100,  # Pedro Gonçalves, third, gets 10 s
    ("third finals", "Mikko Hämäläinen"): 2_040,  # Kristján Þórsson, ninth, gets 5 s
    ("third finals", "Mei-Ling Chua"): 4_210,
    ("semi-finals", "Riku Ōshima"): 1_830,  # Nguyễn Minh Khôi, fifth, gets 4 s
    ("semi-finals", "Pedro Gonçalves"): 2_900,
    ("repechage", "Takumi Aoki"): 1_190,  # Jean-Baptiste Lefèvre, fourth, gets 3 s
    ("repechage", "Rafael Echeverría"): 2_330,
    ("final", "Callum McAllister"): 1_420,  # Søren Kjærgaard, first, gets 3 s
    ("final", "Élodie Marchand"): 1_180,
    ("final", "Tomáš Dvořák"): 3_070,
}


def road(stage: str, pool: str) -> list[str]:
    return [" ".join(name.split()) for name in ROAD[stage, pool].split(",")]
