"""What the stewards have on their desk: a case in each state there is, awards and one answered decision.

Moments are written as in moves.py. The state of each case at the demo's now (8 October 2023, 18:00)
is the comment above it.
"""

from __future__ import annotations

from cases_later import LATER_ANSWERS, LATER_AWARDS, LATER_CASES
from desk import Answer, Award, Case

CASES = (
    # published and final; with R2-05 it leaves Gabriel N'Diaye 4 points of licence credit
    Case("R1-01", "ALPHA", "09-25 22:40", "Sébastien Rault", "Gabriel N'Diaye", "DB1", 3, "T11 hairpin",
         "penalty", "09-27 21:00", "09-28 12:00", note="two places gained, victim to the pits"),
    # no action
    Case("R1-02", "ALPHA", "09-26 08:15", "Luuk Janssen", "Élodie Marchand", "RAD", 9, "T1",
         "no action", "09-27 21:10", "09-28 12:00", note="net code, no contact on both replays"),
    # published and final; R2-03 exhausts the credit
    Case("R1-03", "BETA", "09-26 23:02", "Ben Ashcroft", "Zoltán Kertész", "ADM", 1, "Spoon",
         "penalty", "09-28 20:30", "09-28 21:00", note="engine at 60 % after it"),
    # contested and upheld: the penalty stands
    Case("R1-04", "BETA", "09-27 19:45", "Lukas Brandner", "Owen Fitzgerald-Hughes", "SP4", 14, "Degner 1",
         "penalty", "09-29 20:30", "09-29 21:30", "09-30 09:30", "upheld", note="own video adds nothing new"),
    # decided, and decided again in the next row: 3 instead of 6
    Case("R1-05", "GAMMA", "09-29 00:10", "Giulia Ferrante", "Daan Hoekstra", "SP4", 6, "130R",
         "penalty", "09-30 18:00", "09-30 18:30"),
    # contested and overturned: no penalty
    Case("R1-06", "GAMMA", "09-29 07:32", "Ioana Bălănescu", "Florian Steinlechner", "REF", 12, "Casio",
         "penalty", "09-30 18:05", "09-30 18:30", "10-01 11:00", "overturned", note="overlap came too late"),
    Case("R1-05", "GAMMA", "09-29 00:10", "Giulia Ferrante", "Daan Hoekstra", "SP2", 6, "130R",
         "penalty", "10-01 20:00", "10-01 20:15", note="seen again from outside: 2 wheels only"),
    # claimed 36 hours after the end of the race: refused
    Case("R1-07", "DELTA", "10-01 10:30", "Wei Jie Tan", "Angus Whitlock", "OBS", 8, "S curves",
         "penalty", "10-02 18:00", "10-02 18:30"),
    # names the driver who did not show up
    Case("R1-08", "BETA", "09-27 10:20", "Kristján Þórsson", "Piotr Wiśniewski", "RAD", 2, "T2",
         "penalty", "09-29 20:40", "09-29 21:30", note="claim only says 'car 92'"),
    # contested after 36 hours: the contestation is refused, the penalty stands
    Case("R1-09", "DELTA", "09-30 09:00", "Hinata Morishita", "Thibault Carpentier", "DP2", 17, "Casio",
         "penalty", "10-01 19:00", "10-01 20:00", "10-03 08:00"),
    # general breach with its article
    Case("R1-10", "ALPHA", "'09-26 09:05", "Race control", "Liam O'Connor", "GEN", 5, "",
         "penalty", "09-27 21:15", "09-28 12:00", article="IX", note="wrote in the chat during the race"),
    # general breach without an article
    Case("R1-11", "GAMMA", "09-28 22:30", "Race control", "Malik Benhaddou", "GEN", None, "",
         "penalty", "09-30 18:10", "09-30 18:30", note="blocked in qualifying?"),
    # a code that does not exist
    Case("R2-01", "ALPHA", "10-03 08:20", "Diego Ibáñez", "Bram van der Velde", "DB5", 2, "T1",
         "penalty", "10-04 21:00", "10-05 12:00"),
    # published and final; it parts Yuto Hasegawa and Arjun Raghavan
    Case("R2-02", "ALPHA", "10-03 12:48", "Kenji Sato", "Yuto Hasegawa", "RAD", 11, "T9",
         "penalty", "10-04 21:05", "10-05 12:00"),
    # published and final: 10 + 5 = 15, the licence credit is exhausted
    Case("R2-03", "BETA", "10-03 23:30", "Siobhán Gallagher", "Zoltán Kertész", "ADC", 5, "T14",
         "penalty", "10-05 21:30", "10-06 12:00", note="again ..."),
    # open, and overdue since 6 October, 22:05; decided after the demo's moment
    Case("R2-04", "BETA", "10-04 18:40", "D'Angelo Ferreira", "Kristján Þórsson", "SP2", 19, "T3",
         "penalty", "10-08 20:00", "10-08 20:30", note="waiting for the replay of D'Angelo"),
    # published and final
    Case("R2-05", "GAMMA", "10-06 07:50", "Hinata Morishita", "Gabriel N'Diaye", "OBS", 13, "main straight",
         "penalty", "10-07 11:00", "10-07 11:30"),
    # contested, no ruling yet
    Case("R2-06", "GAMMA", "10-06 09:14", "João Pedro Matos", "Riku Ōshima", "DB4", 20, "T1",
         "penalty", "10-07 18:40", "10-07 19:00", "10-08 10:15"),
    # no action
    Case("R2-07", "GAMMA", "10-06 13:03", "Mathis Kervella", "Takumi Aoki", "RAD", 4, "T12",
         "no action", "10-07 11:05", "10-07 11:30"),
    # published, to be contested until 22:30
    Case("R2-08", "DELTA", "10-06 22:50", "Ioana Bălănescu", "Pedro Gonçalves", "DP1", 16, "T6",
         "penalty", "10-07 22:00", "10-07 22:30"),
    # decided, not published; published the day after
    Case("R2-09", "DELTA", "10-07 09:00", "Giulia Ferrante", "Angus Whitlock", "ADA", 1, "T1",
         "penalty", "10-08 16:00", "10-09 12:00"),
    # open, dismissed the day after
    Case("R2-10", "DELTA", "'10-07 20:55", "Jürgen Weißmann", "Thibault Carpentier", "REF", 10, "T17",
         "no action", "10-09 20:00", "10-09 20:30"),
    *LATER_CASES,
)  # fmt: skip


AWARDS = (
    Award(1, "Siobhán Gallagher", "Waited at the exit of Degner for the car she had touched", "Inês (CoS)",
          "09-27 20:10"),
    Award(1, "Yuto Hasegawa", "Let a damaged car rejoin safely and lost P3 by it", "Inês (CoS)", "09-28 20:00"),
    Award(2, "Marco De Angelis", "Lifted for a spun car on the first lap and lost P2", "Race direction",
          "10-03 19:30"),
    *LATER_AWARDS,
)  # fmt: skip


ANSWERS = (
    Answer(
        "rq-r1-diego-ibanez", "no action", "Jacques", "10-01 21:45", "power cut at his place, he apologised"
    ),
    *LATER_ANSWERS,
)
