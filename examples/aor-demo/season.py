"""Season 14: its calendar, who was there, and what befell drivers in the races. README.md says it in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cast import DRIVERS

FULL_TIME = [driver.name for driver in DRIVERS if driver.status == "full time"]


@dataclass(frozen=True)
class Round:
    number: int
    circuit: str
    car: str
    day: date
    lap: int  # a quick race lap, ms
    laps: tuple[int, int]  # feature, sprint
    ended: str = ""
    moved_from: date | None = None


ROUNDS = (
    Round(1, "Brands Hatch GP", "Gr.4", date(2021, 1, 14), 92_400, (22, 10), "22:04"),
    Round(2, "Nürburgring GP", "Gr.3", date(2021, 1, 28), 117_300, (18, 8), "22:11"),
    Round(3, "Lago Maggiore GP", "Gr.3", date(2021, 2, 11), 121_600, (18, 8), "22:19"),
    Round(4, "Suzuka Circuit", "Gr.2", date(2021, 2, 25), 107_900, (18, 8), "21:58"),
    Round(5, "Interlagos", "Gr.4", date(2021, 3, 18), 95_700, (20, 10), "22:09", date(2021, 3, 11)),
    Round(6, "Mount Panorama", "Gr.3", date(2021, 3, 25), 123_800, (16, 8), "22:06"),
    Round(7, "Spa-Francorchamps", "Gr.3", date(2021, 4, 8), 138_200, (16, 7), "22:12"),
    Round(8, "Fuji International Speedway", "Gr.2", date(2021, 4, 22), 90_100, (22, 10)),
)
RACED = ROUNDS[:7]

# From which round on somebody is no longer expected, and from which a new driver is.
LEAVES = {
    "Darren Oakenshaw": 3, "Tomasz Wierzbowski": 4, "Loïc Perraudin-Vial": 4, "Sanne Brouwersma": 4,
    "Michele Sant'Andrea": 5, "Gianluca Tessarolo": 6, "Lee Bickerstaffe": 6, "Håkon Strandvik": 6,
    "Bartosz Malczewny": 6, "Aurélien Castagnet": 7,
}  # fmt: skip
JOINS = {
    "Piers Wolstenholme": 3, "Gethin Prosser-Rees": 4, "Håkon Strandvik": 4, "Bartosz Malczewny": 4,
    "Inês Figueiral": 5, "Kieran Mulhearn": 6, "Szilárd Vadkerti": 6, "Jamie Thistlewood": 6,
    "Maxime Delacroisière": 6,
}  # fmt: skip
# Reserves who stood in.
STAND_INS = {2: ["Piers Wolstenholme"], 6: ["Sanne Brouwersma"]}
# Full-time drivers who weren't there: signed out, no-shows, banned from the round.
AWAY = {
    1: ["Sanne Brouwersma"],
    2: ["Aurélien Castagnet", "Niels Verhoeckx", "Iker Zubizarrain", "Ondřej Kratochvílek"],
    3: ["Sanne Brouwersma", "Ewan Dalrymple-Hay"],
    4: ["Aurélien Castagnet", "Gianluca Tessarolo", "Matthias Öttinger", "Harriet Stonebridge",
        "Iker Zubizarrain", "Jörg Hallbauer", "Ondřej Kratochvílek", "Núria Castellvell"],
    5: ["Jörg Hallbauer"],
    6: ["Aurélien Castagnet", "Oisín Gallaher", "Ondřej Kratochvílek"],
    7: ["Ondřej Kratochvílek", "Gethin Prosser-Rees", "Niels Verhoeckx", "Shaun Birtwhistle",
        "Jamie Thistlewood"],
}  # fmt: skip
TWO_ROOMS = (1, 3, 5, 6)
# Banned from qualifying: no lap, and the back of the grid.
UNQUALIFIED = {
    2: ["Jörg Hallbauer"],
    3: ["Harriet Stonebridge"],
    4: ["Ewan Dalrymple-Hay", "Gareth Hollinrake"],
    5: ["Aurélien Castagnet", "Shaun Birtwhistle"],
    6: ["Fraser Kinnaird", "Sanne Brouwersma"],
    7: ["Oisín Gallaher", "Szilárd Vadkerti"],
}
