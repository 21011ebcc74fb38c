"""What the stewards decide after the demo's moment: in points until round 4, in seconds from the third finals on."""

from __future__ import annotations

from desk import Answer, Award, Case

LATER_CASES = (
    # contested without a ruling; taken back by a new decision
    Case("R2-06", "GAMMA", "10-06 09:14", "João Pedro Matos", "Riku Ōshima", "DB4", 20, "T1",
         "no action", "10-10 19:00", "10-10 19:30", note="contestation: his line is on the host's replay"),
    Case("R3-01", "ALPHA", "10-10 08:30", "Matteo Rossi", "Jack Thornbury", "ADC", 7, "T6",
         "penalty", "10-11 20:00", "10-11 20:30"),
    # contested and overturned
    Case("R3-02", "BETA", "10-12 09:00", "Søren Kjærgaard", "Bram van der Velde", "DB3", 19, "T1",
         "penalty", "10-13 18:00", "10-13 18:30", "10-14 09:00", "overturned", note="own camera shows no contact"),
    Case("R3-03", "GAMMA", "10-13 10:00", "Takumi Aoki", "Kenji Sato", "OBS", 12, "T10",
         "penalty", "10-14 18:00", "10-14 18:30"),
    Case("R3-04", "DELTA", "10-14 09:30", "Ben Ashcroft", "Callum McAllister", "SP2", 22, "T13",
         "penalty", "10-15 18:00", "10-15 18:30"),
    # 25 hours after the end of the race: refused
    Case("R4-01", "BETA", "10-25 23:10", "Diego Ibáñez", "Rafael Echeverría", "DB1", 2, "Hell",
         "penalty", "10-26 18:00", "10-26 18:30"),
    Case("R4-02", "BETA", "10-25 08:00", "Élodie Marchand", "Tomáš Dvořák", "RAD", 8, "The Chase",
         "penalty", "10-26 18:05", "10-26 18:30"),
    Case("R4-03", "DELTA", "10-28 07:45", "Matteo Rossi", "Søren Kjærgaard", "DP2", 15, "Forrest's Elbow",
         "penalty", "10-28 20:00", "10-28 20:30"),
    # from here on seconds: third to eighth
    Case("R5-01", "ALPHA", "11-02 08:10", "Yuto Hasegawa", "Pedro Gonçalves", "ADM", 1, "The 90",
         "penalty", "11-02 20:00", "11-02 20:30"),
    # ninth to tenth of his group; he goes on as the best of the tenths
    Case("R5-02", "BETA", "11-03 09:00", "Mei-Ling Chua", "Kristján Þórsson", "ADC", 21, "Toe",
         "penalty", "11-03 20:00", "11-03 20:30"),
    # fifth to sixth, out of the final and into the repechage; contested in vain
    Case("R6-01", "BETA", "11-10 10:00", "Riku Ōshima", "Nguyễn Minh Khôi", "DB2", 18, "T1",
         "penalty", "11-10 21:00", "11-10 21:30", "11-11 12:00", "upheld"),
    # fourth to fifth: Takumi Aoki is in the final
    Case("R7-01", "", "11-20 23:40", "Takumi Aoki", "Jean-Baptiste Lefèvre", "SP2", 27, "T4",
         "penalty", "11-21 20:00", "11-21 20:30"),
    # the winner on the road is third
    Case("R8-01", "", "11-23 22:50", "Callum McAllister", "Søren Kjærgaard", "DP1", 19, "La Source",
         "penalty", "11-24 10:00", "11-24 10:30"),
)  # fmt: skip

LATER_AWARDS = (
    Award(3, "Rafael Echeverría", "Gave the place back without being asked", "Inês (CoS)", "10-12 20:00"),
)

LATER_ANSWERS = (
    Answer(
        "licence-r2-zoltan-kertesz",
        "no action",
        "Jacques",
        "10-09 12:00",
        "last warning, one more and he is out",
    ),
    Answer("rq-r2-luuk-janssen", "exclusion", "Committee", "10-13 12:00", "second time, and no answer since"),
)
