"""What the coordinators paste and note: sign-outs, the race director's log, organisers' decisions."""

from __future__ import annotations

from affairs import Line, Stopped

LINES = (
    Line(
        "05-04 17:05",
        "Nadia Jacobs #109 Load shedding Round 1",
        "reported only, no sign-out: never showed up",
    ),
    Line("05-04 17:40", "Lerato Phiri #26 load-shedding R1", "generator worked"),
    Line("05-17 20:12", "Jacó Terblanche #44 Sign-out Round 2 Suzuka"),
    Line("05-18 08:03", "TUMELO MOKOENA #27 – SIGN OUT – ROUND 2"),
    Line("05-18 19:44", "Chanté Booysen #12 Sign-out Round 2 Suzuka", "14 min after the start ..."),
    Line(
        "06-01 12:30", "guys my router is dead, will try from my uncle's place tonight", "no idea who this is"
    ),
    Line("06-14 21:15", "Tumelo Mokoena #27 signing out for round 4", "second one"),
    Line("06-15 18:47", "Christo Müller #101 Sign-out Round 4 Mount Panorama", "after the lights went out"),
    Line("06-20 09:00", "Siyabonga Cele #67 Sign-out Series", "new job in Joburg, all the best!"),
    Line(
        "06-28 22:10",
        "Thabo Nkosi #555 Sign-out Round 5 Kyalami",
        "copied from the pinned example: round 5 is Spa",
    ),
    Line("06-29 10:20", "Thabo Nkosy #555 Sign-out Round 5", "typo, posted it again"),
    Line("06-29 11:00", "Sipho Mthembu #55 Sign-out Round 6", "asked: wrong number, he races"),
    Line("07-12 18:20", "Lerato Phiri #26 Load shedding Round 6"),
    Line("07-12 18:24", "Heinrich Böhmer #40 Load shedding Round 6"),
    Line("07-12 18:31", "Kyle Abrahams #95 Load shedding Round 6"),
    Line("07-12 18:32", "Anél Steyn #39 Load shedding Round 6"),
    Line("07-12 18:40", "Ntombi Radebe #2 Load shedding Round 6"),
    Line("07-27 07:30", "Tumelo Mokoena #27 Sign-out Round 7 Nürburgring", "first of the new block"),
)

STOPPED = (
    Stopped(1, "Pool 2", "first lap", 1, 27, 5, "T1 pile-up", at="05-04 18:34", note="5 of 13, no restart"),
    Stopped(2, "Pool 1", "safety car", 11, 22, None, "car on its roof in 130R", at="05-18 19:55"),
    Stopped(2, "Pool 3", "mass", 8, 22, 3, "PSN hiccup", at="05-18 18:47", note="only three, race on"),
    Stopped(3, "Pool 3", "mass", 4, 28, 6, "fibre break in Midrand", True, at="06-01 18:37",
            note="again from the qualifying grid, 24 laps"),
    Stopped(4, "Pool 2", "mass", 12, 20, 7, "PSN outage", True, at="06-15 18:56", note="grid as of lap 11, 8 laps"),
    Stopped(5, "Pool 1", "mass", 16, 19, 5, "PSN outage", at="06-29 20:08", note="84 % done: result of lap 15"),
    Stopped(5, "Pool 3", "load shedding in the race", 9, 19, 6, "stage 4 came early", True, at="06-29 18:52",
            note="grid as of lap 8, 10 laps"),
    Stopped(6, "", "load shedding", None, None, 14, "stage 6", at="07-12 19:00", note="moved to Friday 15 July"),
    Stopped(6, "Pool 1", "first lap", 1, 30, 7, "Andretti hairpin, seven cars", True, "restart", "07-15 19:33"),
    Stopped(7, "Pool 3", "first lap", 1, 24, 6, "Yokohama-S", at="07-27 18:33", note="panel to confirm: raced on"),
)  # fmt: skip

OVERRIDES = (
    ("João Ferreira", "override nationality", "Jonathan", "04-20 10:00", "permanent residence, permit seen"),
)
