"""Everything beside the races: absences, moves, lag, broken races, the tracker of last season, decisions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Absence:
    posted: str
    driver: str
    round: int
    reason: str
    by: str = ""
    proper: str = ""


# fmt: off
ABSENCES = (
    Absence("01-27 12:40", "Niels Verhoeckx", 2, "work trip to Utrecht"),
    Absence("01-25 19:02", "Iker Zubizarrain", 2, "new router only arrives on Friday"),
    Absence("01-28 17:55", "Ondřej Kratochvílek", 2, "kids ill"),
    Absence("02-22 08:30", "Matthias Öttinger", 4, "skiing with the family"),
    Absence("02-24 22:15", "Harriet Stonebridge", 4, "half term, away"),
    Absence("02-23 18:00", "Iker Zubizarrain", 4, "night shift"),
    Absence("02-25 13:20", "Jörg Hallbauer", 4, "wheel base broken"),
    Absence("02-21 20:45", "Ondřej Kratochvílek", 4, "on holiday"),
    Absence("02-25 16:05", "Núria Castellvell", 4, "exam tomorrow morning"),
    # a reason that isn't one: signed out, and the position in the league is put under review
    Absence("02-24 09:10", "Gianluca Tessarolo", 4, "can't stand Suzuka in Gr.2", proper="no"),
    # 15 minutes before the lobby
    Absence("03-18 19:15", "Jörg Hallbauer", 5, "stuck in traffic"),
    # a friend wrote for him
    Absence("03-25 15:30", "Oisín Gallaher", 6, "Oisín asked me to say he's working late", by="Kieran Mulhearn"),
    Absence("04-05 11:00", "Niels Verhoeckx", 7, "Easter at my in-laws"),
    # and another one, about which nobody has decided yet
    Absence("04-07 21:30", "Shaun Birtwhistle", 7, "not in the mood for Spa again", proper="no"),
    # no reason given
    Absence("04-08 14:00", "Jamie Thistlewood", 7, ""),
)
# fmt: on


@dataclass(frozen=True)
class Move:
    on: date
    driver: str
    round: int
    status: str = ""
    team: str = ""
    league: str = ""
    reason: str = ""


# fmt: off
MOVES = (
    Move(date(2021, 2, 3), "Piers Wolstenholme", 3, "full time", "Lancashire Late Brakers", "", "first reserve, for Darren Oakenshaw"),
    Move(date(2021, 2, 16), "Sanne Brouwersma", 4, "reserve", "", "", "second no-show, see Answers"),
    Move(date(2021, 2, 16), "Gethin Prosser-Rees", 4, "full time", "Kerb Appeal", "", "for Sanne Brouwersma"),
    Move(date(2021, 2, 16), "Håkon Strandvik", 4, "full time", "Vega Motorsport", "", "for Tomasz Wierzbowski"),
    Move(date(2021, 2, 17), "Bartosz Malczewny", 4, "full time", "Équipe Tramontane", "", "waiting list"),
    Move(date(2021, 3, 3), "Inês Figueiral", 5, "full time", "Squadra Vulcano", "", "waiting list"),
    Move(date(2021, 3, 21), "Bartosz Malczewny", 6, "", "", "AOR GT Sport Friday League", "misplaced: too slow for Thursday"),
    Move(date(2021, 3, 22), "Kieran Mulhearn", 6, "full time", "Vega Motorsport", "", "waiting list"),
    Move(date(2021, 3, 22), "Szilárd Vadkerti", 6, "full time", "Équipe Tramontane", "", "waiting list"),
    Move(date(2021, 3, 22), "Jamie Thistlewood", 6, "full time", "Lancashire Late Brakers", "", "waiting list"),
    Move(date(2021, 3, 22), "Maxime Delacroisière", 6, "full time", "Squadra Vulcano", "", "waiting list"),
)

# fmt: off
# round, driver, code, when, what was seen, who saw it
LAG = (
    (3, "Núria Castellvell", "LAG CHECK", "02-11 19:20", "jumped twice on the warm-up lap", "Pridmore, Ferncastle"),
    (5, "Gareth Hollinrake", "LAG CHECK", "03-18 19:20", "first check: failed", "Pridmore, Applegarth"),
    (5, "Gareth Hollinrake", "LAG CHECK", "03-18 19:40", "second check after the reset: failed", "Pridmore, Applegarth"),
    (5, "Håkon Strandvik", "LAG BEFORE", "03-18 19:50", "teleporting in the lobby, raced all the same", "Applegarth"),
    (6, "Iker Zubizarrain", "LAG FEATURE", "03-25 21:10", "warped through turn 2 in the feature, laps 5 and 9", "Ferncastle"),
)

# round, race, room, kind, how far, drivers lost, restarted, what happened
BROKEN = (
    (2, "feature", "", "to the race", "", 4, "yes", "four lost between qualifying and the grid, lobby remade"),
    (3, "feature", "Pro", "mass", 0.39, 2, "yes", "host lost, race run again at 21:40"),
    (4, "feature", "", "mass", 0.61, 8, "", "PSN fell over in lap 12"),
    (5, "feature", "Elite", "to the race", "", 3, "", "three lost on the way to the grid: tough luck"),
    (6, "sprint", "Elite", "mass", 0.94, 9, "", "lobby split in the last lap"),
    (7, "feature", "", "mass", 0.44, 2, "", "Hollinrake and Delacroisière dropped together"),
)

# The tracker of season 13: driver, tally, how many, when it happened, what for
LAST_SEASON = (
    ("Jörg Hallbauer", "pp", 10, datetime(2020, 10, 29, 21, 40), "S13 R8, moderate collision"),
    ("Niels Verhoeckx", "pp", 10, datetime(2020, 8, 20, 21, 35), "S13 R3, moderate collision"),
    ("Tomasz Wierzbowski", "pp", 15, datetime(2020, 10, 1, 21, 30), "S13 R6, major collision"),
    ("Tomasz Wierzbowski", "pp", 10, datetime(2020, 10, 29, 21, 35), "S13 R8, moderate collision"),
    ("Rhys Llewellyn-Davies", "pp", 15, datetime(2020, 10, 29, 21, 50), "S13 R8, major collision"),
    ("Matthias Öttinger", "pp", 15, datetime(2020, 10, 15, 21, 30), "S13 R7, major collision"),
    ("Ewan Dalrymple-Hay", "warning", 3, datetime(2020, 10, 29, 21, 0), "S13 R8"),
    ("Ewan Dalrymple-Hay", "injunction", 1, datetime(2020, 10, 15, 21, 0), "S13 R7"),
    ("Michele Sant'Andrea", "warning", 4, datetime(2020, 10, 29, 21, 0), "S13 R8"),
    ("Michele Sant'Andrea", "injunction", 2, datetime(2020, 10, 15, 21, 0), "S13 R7"),
    ("Gianluca Tessarolo", "warning", 4, datetime(2020, 10, 29, 21, 0), "S13 R8"),
    ("Gianluca Tessarolo", "injunction", 3, datetime(2020, 10, 1, 21, 0), "S13 R6, removed from season 13"),
    ("Lee Bickerstaffe", "reprimands", 1, datetime(2020, 9, 3, 21, 0), "S13 R4, rage quit"),
)

# name, since, until, why
BLACKLIST = (
    ("Craig Hollowmere", datetime(2020, 10, 5, 12, 0), None, "S13: 50 penalty points"),
    ("Darren Oakenshaw", datetime(2021, 2, 1, 19, 0), None, "S14 R2: deliberate crash"),
    ("Terry Wagstaffe", datetime(2019, 11, 12, 12, 0), None, "S11: left without telling anyone"),
    ("Fraser Kinnaird", datetime(2019, 3, 1, 12, 0), datetime(2020, 3, 1, 12, 0), "S9: three reprimands, let back in after a year"),
)

# driver, second driver, decision, round, reason, when
DECISIONS = (
    ("Núria Castellvell", "", "override ping", None, "second line ordered, 40 ms in our own test", "01-05 20:00"),
    ("Loïc Perraudin-Vial", "Dean Cuthbertson-Lyle", "FALSE NAME", 3, "Dean drove Loïc's account in R3, both admit it", "02-14 18:00"),
    ("Gianluca Tessarolo", "", "removal", 6, "barred for 26 weeks after the fourth injunction", "03-23 20:00"),
)

# answers to what the software asked: id, choice, when, why
ANSWERS = (
    ("no-shows-r3-sanne-brouwersma", "reserve spot", "02-16 19:00", "second time without a word"),
    ("lag-check-r3-nuria-castellvell", "reset and second check", "02-11 19:30", "passed the second check"),
    ("no-shows-r4-aurelien-castagnet", "no action", "02-27 11:00", "stays full time, last chance"),
    ("so-r4-gianluca-tessarolo", "no action", "02-26 10:00", "talked to him"),
    ("lag-check-r5-gareth-hollinrake", "reset and second check", "03-18 19:22", "failed that one too"),
    ("injunction-r5-gianluca-tessarolo", "how long the driver is barred", "03-23 20:00", "26 weeks, see Decisions"),
)
