"""What came before the stewards that evening, and how the three of them voted. Moments are "day hour:minute" of July."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

DIRECTOR, STEWARDS = "race director", "stewards"
CHAIR, SECOND, THIRD = "Elias Khūrī", "Maysūn Al-Fāyiz", "Ṭāriq Ḥamdān"
ZAYD, LAITH, RAMI, NUR = "Zayd Al-Qāsim", "Laith Ḥaddādīn", "Rāmī Shuwayḥāt", "Nūr Ad-Dīn Ṭarāwneh"
YAZAN, TAMER, SAMI = "Yazan Qub'ayn", "Tāmer Ḥijāzīn", "Sāmī Abū Sundus"
FADI, DANA = "Fādī Ma'āy'ah", "Dānā Ar-Rashdān"


def at(text: str) -> datetime | None:
    if not text:
        return None
    day, clock = text.split()
    hour, minute = clock.split(":")
    return datetime(2021, 7, int(day), int(hour), int(minute))


@dataclass(frozen=True)
class Incident:
    number: str
    driver: str
    code: str
    source: str
    session: str = "race"
    by: str = ""
    reported: str = ""
    affected: str = ""
    what: str = ""
    lap: int | None = None
    turn: str = ""
    verdict: str = ""
    penalty: str = ""
    decided: str = ""
    published: str = ""
    protest: str = ""
    note: str = ""


def complaint(number: str, driver: str, code: str, by: str, reported: str, **rest: object) -> Incident:
    return Incident(number, driver, code, "complaint", by=by, reported=reported, **rest)  # type: ignore[arg-type]


INCIDENTS = (
    # in range, before the race starts: the seconds go onto the fastest lap and the grid follows
    Incident("1", FADI, "10.1.10", DIRECTOR, "qualifying", DIRECTOR, "16 20:54", ZAYD, "crawling on the racing line", 4, "T6",
             "penalty", "5 s", "16 20:57", "16 20:58", note="grid changed"),
    # decided after the start: the qualifying changes, the grid that was raced doesn't
    Incident("2", SAMI, "10.1.10", STEWARDS, "qualifying", "", "", YAZAN, "blocked in the last sector", 5, "T16",
             "penalty", "10 s", "16 22:10", "16 22:15", note="seen only on the replay"),
    # a complaint in time; the votes decide; a protest follows and is refused
    complaint("3", ZAYD, "10.1.1", LAITH, "16 21:44", affected=LAITH, what="touched in the chicane, got past", lap=17, turn="T9",
              decided="16 22:30", published="16 22:40", protest="16 22:55", note="protest by Z.A.: see 9.1"),
    # decided, signed, and amended two days later by the row at the end
    Incident("4", RAMI, "10.1.5", DIRECTOR, "race", DIRECTOR, "16 21:40", YAZAN, "three moves on the straight", 12, "T1",
             "penalty", "10 s", "16 22:10", "16 22:40"),
    # sixteen minutes after the race
    complaint("5", YAZAN, "10.1.4", NUR, "16 21:52", affected=NUR, what="turned round", lap=3, turn="T2",
              verdict="penalty", penalty="10 s", decided="16 22:20", published="16 22:40"),
    # no turn
    complaint("6", SAMI, "10.1.6", TAMER, "16 21:41", affected=TAMER, what="no room left", lap=8,
              verdict="penalty", penalty="5 s", decided="16 22:20", published="16 22:40"),
    # it hit somebody else
    complaint("7", NUR, "10.1.2", FADI, "16 21:47", affected=TAMER, what="pushed Tamer wide", lap=10, turn="T13",
              verdict="penalty", penalty="5 s", decided="16 22:20", published="16 22:40"),
    # complaints are about the race only
    complaint("8", LAITH, "10.1.10", ZAYD, "16 21:39", session="qualifying", affected=ZAYD, what="slow in front of me", lap=2,
              turn="T17", verdict="penalty", penalty="5 s", decided="16 22:20", published="16 22:40"),
    # two votes against one
    Incident("9", TAMER, "10.1.3", STEWARDS, "race", "", "", DANA, "pushed off", 5, "T4", published="16 23:10"),
    # above its range
    Incident("10", SAMI, "10.1.5", DIRECTOR, "race", DIRECTOR, "16 21:50", TAMER, "weaving", 15, "T1", "penalty", "30 s",
             "16 22:25", "16 22:40"),
    # in its range, but no step of 11.2.2
    Incident("11", DANA, "10.1.9", DIRECTOR, "race", DIRECTOR, "16 21:50", SAMI, "rejoined in front of him", 6, "T4", "penalty",
             "15 s", "16 22:25", "16 22:40"),
    # a reprimand, for something that 10.1 doesn't list
    Incident("12", LAITH, "", STEWARDS, "race", what="music in the voice channel", verdict="penalty", penalty="reprimand",
             decided="16 22:26", published="16 22:40"),
    # a reprimand is less than the least of 11.4
    Incident("13", RAMI, "10.1.9", STEWARDS, "race", "", "", NUR, "rejoined early", 9, "T7", "penalty", "reprimand", "16 22:26",
             "16 22:40"),
    # the game's own penalty
    Incident("14", YAZAN, "10.1.14", STEWARDS, "race", what="all four wheels over the line", lap=11, turn="T11", verdict="penalty",
             penalty="5 s", decided="16 22:27", published="16 22:40"),
    # collusion is a disqualification and nothing else
    Incident("15", FADI, "10.1.12", DIRECTOR, "race", DIRECTOR, "16 21:55", RAMI, "held the field up for Sami", 14, "T17",
             "penalty", "disqualification", "16 22:28", "16 22:40"),
    Incident("16", SAMI, "10.1.12", DIRECTOR, "race", DIRECTOR, "16 21:55", RAMI, "profited from it", 14, "T17", "penalty", "30 s",
             "16 22:28", "16 22:40", note="he says he didn't ask for it"),
    # one compound; a briefing missed: the software raises both, the stewards decide
    Incident("17", DANA, "10.1.13", STEWARDS, "race", what="hard tyres only", verdict="penalty", penalty="30 s",
             decided="16 22:30", published="16 22:40"),
    Incident("18", YAZAN, "10.1.16", STEWARDS, "race", what="not at the further briefing", verdict="penalty", penalty="30 s",
             decided="16 22:32", published="16 22:40"),
    # from the stream
    Incident("19", NUR, "10.1.7", "spectator", "race", "a viewer", "16 21:45", SAMI, "dived in", 18, "T2", "penalty", "10 s",
             "16 22:35", "16 22:40"),
    # no such article
    Incident("20", NUR, "10.1.17", STEWARDS, "race", "", "", TAMER, "late on the brakes", 19, "T2", "penalty", "5 s", "16 22:35",
             "16 22:40"),
    # a majority for no action
    complaint("21", YAZAN, "10.1.8", RAMI, "16 21:51", affected=RAMI, what="brake test", lap=12, turn="T2", decided="16 22:36",
              published="16 22:40", note="21:51 is the last minute"),
    # the amendment
    Incident("4", RAMI, "10.1.5", DIRECTOR, "race", DIRECTOR, "16 21:40", YAZAN, "three moves on the straight", 12, "T1",
             "no action", "", "18 16:20", "18 17:00", note="replay from the host: two moves, lag on the stream"),
)  # fmt: skip

VOTES = (
    ("3", CHAIR, "penalty", "5 s", "16 22:22", ""),
    ("3", SECOND, "penalty", "5 s", "16 22:24", ""),
    ("3", THIRD, "no action", "", "16 22:30", "racing incident"),
    # a tie until the third steward, who had lost his connection, votes at 23:05
    ("9", CHAIR, "penalty", "10 s", "16 22:34", ""),
    ("9", SECOND, "no action", "", "16 22:38", "he left room"),
    ("9", THIRD, "penalty", "10 s", "16 23:05", "connection back"),
    ("21", CHAIR, "no action", "", "16 22:31", ""),
    ("21", SECOND, "penalty", "5 s", "16 22:33", ""),
    ("21", THIRD, "no action", "", "16 22:36", "he lifted, no brake light"),
)
