"""What the coordinators paste and note: sign-outs, the race director's log, carried eLicence points."""

from __future__ import annotations

from affairs import Line, Stopped

LINES = (
    Line("03-14 18:00", "Cameron Fyfe #68 Sign-out Round 2 Dragon Trail"),
    Line("03-29 07:12", "avishkar moodley #53 sign out round 3"),
    Line("04-04 10:00", "Duncan Meyer #59 Sign-out Series", "moving farms, no fibre there"),
    Line(
        "04-12 21:20", "Palesa Motaung #30 Sign-out Round 4 Lago Maggiore", "Division 1 starts at 21:00 ..."
    ),
    Line("04-25 16:30", "Sizwe Nxumalo #70 Load shedding Round 5"),
    Line("04-25 16:31", "Mpho Tladi #22 Load-shedding Round 5 Fuji"),
    Line("05-09 20:45", "Avishkar Moodley #53 — Sign‑out — Round 6", "second one: down he goes"),
    Line("05-10 14:02", "Elrich September Sign-out Rnd 6", "banned anyway"),
    Line("05-23 19:30", "Avishkar Moodley #53 Sign-out Round 7 Mount Panorama", "new block of six"),
    Line("05-30 12:12", "can somebody swap with me for the last one?", "there are no swaps in this series"),
    Line("06-04 20:10", "Lindokuhle Shabalala #10 Sign-out Round 8 Kyoto"),
    Line("06-05 09:00", "Thabo Nkosi #555 Sign-out Round 5 Kyalami", "wrong server: he is in the ProSeries"),
    Line("06-06 13:01", "Palesa Motaung #30 Load shedding Round 8"),
    Line("06-06 13:05", "Rudi Strydom #57 Load shedding Round 8"),
    Line("06-06 13:20", "Yaseen Osman #19 Load shedding Round 8 Kyoto"),
    Line("06-06 14:44", "Dawid Lötter #51 load shedding round 8", "Ceres from 18:00 to 20:30"),
)

STOPPED = (
    Stopped(2, "Division 1", "first lap", 1, 20, 7, "squeeze into T1", at="03-15 21:02", note="7 of 12"),
    Stopped(3, "Division 1", "safety car", 8, 19, None, "stranded car at T10", at="03-29 21:18",
            note="Kobus in the pace car"),
    Stopped(3, "Division 3", "mass", 13, 19, 2, "PSN hiccup", at="03-29 20:26", note="only two, race on"),
    Stopped(4, "Division 2", "mass", 3, 17, 6, "host crashed", True, at="04-12 20:09",
            note="again from the qualifying grid, 14 laps"),
    Stopped(5, "", "load shedding", None, None, 11, "stage 2 in half of Gauteng", at="04-25 17:30",
            note="moved to Wednesday 28 April"),
    Stopped(5, "Division 3", "load shedding in the race", 9, 20, 5, "Emalahleni went dark", True,
            at="04-28 20:21", note="grid as of lap 8, 12 laps"),
    Stopped(6, "Division 1", "mass", 15, 18, 4, "PSN outage", at="05-10 21:34", note="83 % done: result of lap 14"),
    Stopped(7, "Division 2", "first lap", 1, 17, 8, "Hell Corner", True, "restart", "05-24 20:04"),
)  # fmt: skip

# driver, account, how many, when, where they come from
CARRIED = (
    ("Francois Nel", "warning", 2, "2021-01-24 21:00", "Mzansi Endurance Cup 2021"),
    ("Dirk Jansen van Rensburg", "penalties", 4, "2021-02-14 20:30", "Mzansi Endurance Cup 2021"),
    ("Storm Redelinghuys", "penalties", 4, "2020-11-08 20:00", "Karoo Kart League 2020"),
)

# driver, new division, from round, why
TRANSFERS = (
    ("Amahle Dube", "Division 2", 8, "to fill up: Karabo and Duncan are gone"),
    ("Sizwe Nxumalo", "Division 2", 8, "promised by phone"),
)
