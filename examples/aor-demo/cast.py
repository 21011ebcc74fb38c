"""The cast of season 14: full-time drivers in teams of two, reserves and a waiting list. All are invented.

The table is kept as text because that is how it is read and corrected by eye. Pace is what a driver loses to
the quickest in a lap, in milliseconds; the place on the time-trial leaderboard follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass

COORDINATOR = "Callum Pridmore"  # oversees qualifying: always the last to leave the pits

# driver | PSN ID | team | ping | pace
_FULL_TIME = """
Callum Pridmore | AOR_Priddy | Redshift Racing | 18 | 520
Rhys Llewellyn-Davies | rhysld_27 | Redshift Racing | 24 | 180
Oisín Gallaher | OGallaher-8 | Copse Corner Crew | 31 | 0
Harriet Stonebridge | HattieStone | Copse Corner Crew | 16 | 260
Jörg Hallbauer | JHallbauer_DE | Nordkurve SimSport | 38 | 640
Matthias Öttinger | Oetti_Matthias | Nordkurve SimSport | 41 | 90
Fraser Kinnaird | frkinnaird | Team Slipstream | 27 | 340
Ewan Dalrymple-Hay | DalrympleHay | Team Slipstream | 29 | 980
Niels Verhoeckx | NVerhoeckx_NL | Kerb Appeal | 33 | 430
Sanne Brouwersma | SanneBr_44 | Kerb Appeal | 35 | 1210
Tomasz Wierzbowski | wierzba_gt | Vega Motorsport | 52 | 760
Ondřej Kratochvílek | ondra_krato | Vega Motorsport | 48 | 590
Darren Oakenshaw | Oaky-Dazza | Lancashire Late Brakers | 21 | 1100
Lee Bickerstaffe | bickers_lee | Lancashire Late Brakers | 22 | 870
Gianluca Tessarolo | GTessarolo91 | Squadra Vulcano | 61 | 700
Michele Sant'Andrea | SantAndrea_M | Squadra Vulcano | 64 | 930
Aurélien Castagnet | AureCast_34 | Équipe Tramontane | 39 | 1040
Loïc Perraudin-Vial | LoicPV | Équipe Tramontane | 44 | 1320
Shaun Birtwhistle | Birty_SB | Pennine Paddock | 19 | 810
Gareth Hollinrake | GHollinrake | Pennine Paddock | 23 | 1160
Iker Zubizarrain | zubi_IKZ | Escudería Levante | 158 | 480
Núria Castellvell | nuria_cv | Escudería Levante | 163 | 1270
"""

_RESERVES = """
Piers Wolstenholme | PiersWols | | 26 | 900
Gethin Prosser-Rees | gethinPR | | 30 | 1080
Håkon Strandvik | hakon_str | | 57 | 1240
Dean Cuthbertson-Lyle | DCL_dean | | 25 | 610
"""

_WAITING = """
Bartosz Malczewny | malczewny_b | | 55 | 2350
Inês Figueiral | InesFigueiral | | 68 | 720
Kieran Mulhearn | KMulhearn_LFC | | 20 | 560
Szilárd Vadkerti | vadkerti-sz | | 59 | 1130
Jamie Thistlewood | jthistle_22 | | 17 | 1010
Maxime Delacroisière | MaxDelac | | 42 | 1190
Craig Hollowmere | CHollowmere | | 28 | 300
"""

# team of those who moved up: the seat they took
MOVED_UP = {
    "Piers Wolstenholme": "Lancashire Late Brakers",
    "Gethin Prosser-Rees": "Kerb Appeal",
    "Håkon Strandvik": "Vega Motorsport",
    "Bartosz Malczewny": "Équipe Tramontane",
    "Inês Figueiral": "Squadra Vulcano",
    "Kieran Mulhearn": "Vega Motorsport",
    "Szilárd Vadkerti": "Équipe Tramontane",
    "Jamie Thistlewood": "Lancashire Late Brakers",
    "Maxime Delacroisière": "Squadra Vulcano",
}


@dataclass(frozen=True)
class Driver:
    name: str
    psn_id: str
    team: str
    ping: int
    pace: int
    status: str
    order: int | None = None


def _read(table: str, status: str) -> list[Driver]:
    drivers = []
    for order, line in enumerate(table.strip().splitlines(), 1):
        name, psn_id, team, ping, pace = (part.strip() for part in line.split("|"))
        reserve_no = order if status == "reserve" else None
        drivers.append(Driver(name, psn_id, team, int(ping), int(pace), status, reserve_no))
    return drivers


DRIVERS = _read(_FULL_TIME, "full time") + _read(_RESERVES, "reserve") + _read(_WAITING, "candidate")
BY_NAME = {driver.name: driver for driver in DRIVERS}
PACE = {driver.name: driver.pace for driver in DRIVERS}
TIME_TRIAL = {name: place for place, name in enumerate(sorted(PACE, key=lambda name: PACE[name]), 1)}
