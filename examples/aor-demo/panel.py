"""What lay on the desk of the Stewards Panel: enquiries, votes, and incidents that nobody reported.

Moments are written as ``01-15 21:30``. The comment above each line says what it is there for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Enquiry:
    number: str
    race: str
    driver: str
    offence: str
    posted: str = ""
    by: str = ""
    affected: str = ""
    explanation: str = ""
    evidence: str = ""
    verdict: str = "penalty"
    penalty: str = ""
    decided: str = ""
    room: str = ""
    new_video: bool = False
    unreported: bool = False

    @property
    def round(self) -> int:
        return int(self.number[1])


def unreported(
    number: str, driver: str, decided: str, room: str, words: str, race: str = "feature"
) -> Enquiry:
    """An incident that the stewards saw themselves."""
    return Enquiry(
        number,
        race,
        driver,
        "MINOR COLLISION",
        explanation=words,
        decided=decided,
        room=room,
        unreported=True,
    )


def at(written: str) -> datetime | None:
    """``01-15 21:30`` as a moment of 2021."""
    return datetime.strptime(f"2021-{written}", "%Y-%m-%d %H:%M") if written else None


_YT = "https://example.org/clips/"
# fmt: off
ENQUIRIES = (
    # ---- round 1, ended 14 January 22:04: enquiries until 16 January 22:04
    # 5 points and 5 seconds
    Enquiry("E1-01", "feature", "Harriet Stonebridge", "MINOR COLLISION", "01-15 09:12", "Niels Verhoeckx", "Niels Verhoeckx",
            "tapped me into a spin at Clearways", _YT + "e1-01", penalty="5 s", decided="01-18 21:00", room="Elite"),
    # 10 from last season and 5: a qualifying ban for round 2
    Enquiry("E1-02", "feature", "Jörg Hallbauer", "MINOR COLLISION", "01-15 18:40", "Tomasz Wierzbowski", "Tomasz Wierzbowski",
            "dive bomb at Druids, I lost two places", penalty="10 s", decided="01-18 21:10", room="Elite"),
    # warnings: the first of five; the fourth of five, three of them from last season
    unreported("E1-03", "Fraser Kinnaird", "01-18 21:20", "Elite", "squeezed a car onto the grass, seen on the stream"),
    unreported("E1-04", "Ewan Dalrymple-Hay", "01-18 21:25", "Pro", "bumped the car ahead under braking twice"),
    # posted on Sunday: too late
    Enquiry("E1-05", "sprint", "Shaun Birtwhistle", "MINOR COLLISION", "01-17 13:30", "Gianluca Tessarolo", "Gianluca Tessarolo",
            "hit me at Paddock Hill", penalty="5 s", decided="01-18 21:30", room="Elite"),
    # ---- round 2, ended 28 January 22:11
    # 5 + 10 = 15: a qualifying ban for round 3
    Enquiry("E2-01", "feature", "Harriet Stonebridge", "MODERATE COLLISION", "01-29 08:05", "Jörg Hallbauer", "Jörg Hallbauer",
            "pushed me off at the chicane", _YT + "e2-01", penalty="20 s", decided="02-02 20:30"),
    # two violations in one race: 10 + 20 seconds
    Enquiry("E2-02", "feature", "Oisín Gallaher", "MINOR COLLISION", "01-28 23:10", "Fraser Kinnaird", "Fraser Kinnaird",
            "contact in turn 1", penalty="10 s", decided="02-02 20:35"),
    Enquiry("E2-03", "feature", "Oisín Gallaher", "DANGEROUS", "01-28 23:12", "Rhys Llewellyn-Davies", "Rhys Llewellyn-Davies",
            "rejoined straight onto the racing line", _YT + "e2-03", penalty="20 s", decided="02-02 20:40"),
    # 50 at once: barred for good and on the blacklist; the thresholds below do nothing
    Enquiry("E2-04", "feature", "Darren Oakenshaw", "DELIBERATE", "01-29 00:20", "Lee Bickerstaffe", "Lee Bickerstaffe",
            "turned into me on the straight after the stop", _YT + "e2-04", penalty="disqualification", decided="02-01 19:00"),
    # the second warning; the fifth: second injunction, a ban for round 3
    unreported("E2-05", "Fraser Kinnaird", "02-02 20:45", "", "ran a car wide at the hairpin"),
    unreported("E2-06", "Ewan Dalrymple-Hay", "02-02 20:50", "", "contact at the last chicane, both carried on"),
    # neither explanation nor evidence
    Enquiry("E2-07", "sprint", "Callum Pridmore", "MINOR COLLISION", "01-29 10:00", "Michele Sant'Andrea", "Michele Sant'Andrea",
            decided="02-02 20:55", penalty="5 s"),
    # not waiting, beside the collision
    Enquiry("E2-08", "sprint", "Shaun Birtwhistle", "MINOR COLLISION", "01-29 17:30", "Loïc Perraudin-Vial", "Loïc Perraudin-Vial",
            "hit me in the esses and drove on", _YT + "e2-08", penalty="5 s", decided="02-02 21:00"),
    Enquiry("E2-09", "sprint", "Shaun Birtwhistle", "NOT WAITING", "01-29 17:30", "Loïc Perraudin-Vial", "Loïc Perraudin-Vial",
            "see E2-08: I was stationary, he never lifted", _YT + "e2-08", decided="02-02 21:00"),
    # ---- round 3, ended 11 February 22:19
    # 25 from last season and 15 = 40, over 30: removed from the season, without the ban of a round
    Enquiry("E3-01", "feature", "Tomasz Wierzbowski", "MAJOR COLLISION", "02-12 07:50", "Piers Wolstenholme", "Piers Wolstenholme",
            "missed his braking point by 50 m, ended both our races", _YT + "e3-01", penalty="30 s", decided="02-15 20:00", room="Elite"),
    unreported("E3-02", "Fraser Kinnaird", "02-15 20:10", "Elite", "third time: leans on the car outside"),
    Enquiry("E3-03", "qualifying", "Gareth Hollinrake", "LEFT THE PITS EARLY", "02-11 22:40", "Callum Pridmore", "",
            "drove off two names before his own", decided="02-15 20:15"),
    # not waiting without a collision
    Enquiry("E3-04", "feature", "Iker Zubizarrain", "NOT WAITING", "02-12 12:00", "Rhys Llewellyn-Davies", "Rhys Llewellyn-Davies",
            "didn't give the place back", decided="02-15 20:20", room="Elite"),
    # 15 seconds are not on the list of 5.3
    Enquiry("E3-05", "feature", "Núria Castellvell", "MODERATE COLLISION", "02-12 19:45", "Aurélien Castagnet", "Aurélien Castagnet",
            "punted me at turn 4", _YT + "e3-05", penalty="15 s", decided="02-15 20:25", room="Pro"),
    # ---- round 4, ended 25 February 21:58
    # 10 from last August have expired: 5, not 15
    Enquiry("E4-01", "sprint", "Niels Verhoeckx", "MINOR COLLISION", "02-26 06:30", "Håkon Strandvik", "Håkon Strandvik",
            "rear-ended at the hairpin", _YT + "e4-01", penalty="5 s", decided="03-01 20:00"),
    unreported("E4-02", "Fraser Kinnaird", "03-01 20:05", "", "side contact at Spoon", "sprint"),
    # the fifth warning and with it the third injunction: removed from the season
    unreported("E4-03", "Michele Sant'Andrea", "03-01 20:10", "", "turned a car round at the chicane", "sprint"),
    Enquiry("E4-04", "qualifying", "Shaun Birtwhistle", "SLOW OUT-LAP", "02-25 22:30", "Callum Pridmore", "",
            "12 seconds off on the out-lap, held up the next car", decided="03-01 20:15"),
    # decided by votes, three of which don't count: no action
    Enquiry("E4-05", "sprint", "Rhys Llewellyn-Davies", "MINOR COLLISION", "02-26 20:10", "Fraser Kinnaird", "Fraser Kinnaird",
            "touched me at 130R", _YT + "e4-05", verdict="", decided="03-01 20:20"),
    # late, but on a video that nobody could see before
    Enquiry("E4-06", "sprint", "Gareth Hollinrake", "DANGEROUS", "03-03 18:00", "Ewan Dalrymple-Hay", "Ewan Dalrymple-Hay",
            "his own onboard shows him brake-testing me", _YT + "e4-06", decided="03-05 19:30", new_video=True),
    # ---- round 5, ended 18 March 22:09
    # track limits: 10 of 5 to 15; with 15 from last season 25
    Enquiry("E5-01", "feature", "Rhys Llewellyn-Davies", "TRACK LIMITS", "03-19 08:20", "Oisín Gallaher", "",
            "all four wheels out of the last corner, every lap", _YT + "e5-01", penalty="10 pp", decided="03-21 20:00", room="Elite"),
    # the fifth warning: an injunction, and a qualifying ban for round 6
    unreported("E5-02", "Fraser Kinnaird", "03-21 20:05", "Elite", "and again, turn 4"),
    # the fourth injunction: how long the driver is barred is decided
    unreported("E5-03", "Gianluca Tessarolo", "03-21 20:10", "Elite", "divebomb from six cars back"),
    # the third reprimand
    Enquiry("E5-04", "feature", "Lee Bickerstaffe", "ABUSE", "03-18 23:55", "Harriet Stonebridge", "Harriet Stonebridge",
            "insults in the PSN group, screenshots", _YT + "e5-04", decided="03-20 12:00", room="Elite"),
    # a ban of two rounds
    Enquiry("E5-05", "sprint", "Ondřej Kratochvílek", "DANGEROUS", "03-19 19:00", "Callum Pridmore", "Callum Pridmore",
            "turned round on the racing line and hit me head-on", _YT + "e5-05", penalty="2 round bans", decided="03-21 20:20", room="Elite"),
    # out of the range of 5 to 15
    Enquiry("E5-06", "sprint", "Bartosz Malczewny", "TRACK LIMITS", "03-19 21:15", "Aurélien Castagnet", "",
            "cuts the first chicane every lap", penalty="20 pp", decided="03-21 20:25", room="Pro"),
    # told the coordinator that he was bored of the game
    Enquiry("E5-07", "sprint", "Håkon Strandvik", "LEFT THE LEAGUE", "03-20 09:00", "Callum Pridmore", "",
            "left the PSN group: 'bored of GT Sport'", decided="03-21 20:30"),
    # no such offence
    Enquiry("E5-08", "sprint", "Shaun Birtwhistle", "BARGING", "03-19 22:05", "Aurélien Castagnet", "Aurélien Castagnet",
            "barged past", _YT + "e5-08", decided="03-21 20:35", room="Pro"),
    # ---- round 6, ended 25 March 22:06
    # seconds for a driver who retired do nothing; the panel is told what it may give instead
    Enquiry("E6-01", "feature", "Inês Figueiral", "MINOR COLLISION", "03-26 08:00", "Iker Zubizarrain", "Iker Zubizarrain",
            "clipped me at The Chase, then retired", _YT + "e6-01", penalty="10 s", decided="03-29 20:00", room="Elite"),
    # here the panel gave it
    Enquiry("E6-02", "feature", "Szilárd Vadkerti", "MODERATE COLLISION", "03-26 08:30", "Jörg Hallbauer", "Jörg Hallbauer",
            "into the side of me at Forrest's Elbow", _YT + "e6-02", penalty="qualifying ban", decided="03-29 20:05", room="Elite"),
    Enquiry("E6-03", "feature", "Jamie Thistlewood", "DANGEROUS", "03-26 20:00", "Kieran Mulhearn", "Kieran Mulhearn",
            "reversed onto the track", _YT + "e6-03", penalty="disqualification", decided="03-29 20:10", room="Elite"),
    # a ban of one round
    Enquiry("E6-04", "sprint", "Gethin Prosser-Rees", "DANGEROUS", "03-27 19:20", "Harriet Stonebridge", "Harriet Stonebridge",
            "parked across the track after his spin", _YT + "e6-04", penalty="round ban", decided="03-29 20:15", room="Elite"),
    # ---- round 7, ended 8 April 22:12
    # 15 + 10 + 5 = 30: banned from round 8
    Enquiry("E7-01", "feature", "Rhys Llewellyn-Davies", "DANGEROUS", "04-09 07:45", "Matthias Öttinger", "Matthias Öttinger",
            "moved twice on the Kemmel straight", _YT + "e7-01", penalty="5 s", decided="04-12 20:00"),
    # 15 from last October and 5; the 15 expired on 15 April
    Enquiry("E7-02", "sprint", "Matthias Öttinger", "MINOR COLLISION", "04-09 09:10", "Iker Zubizarrain", "Iker Zubizarrain",
            "touched at Les Combes", _YT + "e7-02", decided="04-12 20:05"),
    Enquiry("E7-03", "qualifying", "Kieran Mulhearn", "LEFT THE PITS EARLY", "04-08 22:50", "Callum Pridmore", "",
            "rolled out when the session went green", decided="04-12 20:10"),
    # two votes against two: open
    Enquiry("E7-04", "sprint", "Núria Castellvell", "MINOR COLLISION", "04-09 21:00", "Jörg Hallbauer", "Jörg Hallbauer",
            "contact at the bus stop", _YT + "e7-04", verdict=""),
    # nobody has looked at it yet
    Enquiry("E7-05", "sprint", "Piers Wolstenholme", "MODERATE COLLISION", "04-10 18:30", "Inês Figueiral", "Inês Figueiral",
            "pushed me off at Pouhon", _YT + "e7-05", verdict=""),
)

# enquiry, steward, vote, penalty
VOTES = (
    ("E4-05", "Moira Ferncastle", "no action", ""),
    ("E4-05", "Stuart Applegarth", "no action", ""),
    ("E4-05", "Callum Pridmore", "penalty", "5 s"),  # team mate of the accused
    ("E4-05", "Fraser Kinnaird", "penalty", "10 s"),  # his own enquiry
    ("E4-05", "Ewan Dalrymple-Hay", "penalty", "5 s"),  # team mate of the affected
    ("E7-01", "Moira Ferncastle", "penalty", "5 s"),
    ("E7-01", "Stuart Applegarth", "penalty", "5 s"),
    ("E7-01", "Harriet Stonebridge", "no action", ""),
    ("E7-04", "Moira Ferncastle", "penalty", "5 s"),
    ("E7-04", "Stuart Applegarth", "no action", ""),
    ("E7-04", "Ben Tillotson-Webb", "penalty", "5 s"),
    ("E7-04", "Callum Pridmore", "no action", ""),
)
