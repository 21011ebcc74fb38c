"""The National Final on Friday 16 July 2021: qualifying at 20:50, the race at 21:00, over at 21:36 (Amman).

The times are the evening's own, written down to the thousandth; only best laps of the race are drawn from a seeded
generator, because nothing depends on them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

DAY, START, ENDED = date(2021, 7, 16), time(21, 0), datetime(2021, 7, 16, 21, 36)
CIRCUIT, LAPS = "Dragon Trail – Seaside", 20
CALENDAR = {
    "Circuit": CIRCUIT, "Car": "Gr.3, one make each", "Laps": LAPS, "Weather": "clear, 16:30", "Tyre wear": "x8",
    "Fuel": "x3",
}  # fmt: skip


def ms(text: str) -> int:
    minutes, seconds = text.split(":")
    return int(minutes) * 60_000 + round(float(seconds) * 1000)


# In the order of the screen: the time sheet types names without their accents.
QUALIFYING: tuple[tuple[str, str, str], ...] = (
    ("Laith Haddadin", "1:36.412", ""),
    ("Zayd Al-Qasim", "1:36.455", ""),
    ("Fadi Ma'ay'ah", "1:36.588", ""),
    ("Rami Shuwayhat", "1:36.601", ""),
    ("Karim Zurayqat", "1:36.700", "DISC"),
    ("Yazan Qub'ayn", "1:36.790", ""),
    ("Nur Ad-Din Tarawneh", "1:36.955", ""),
    ("Hamzeh 'Obeidat", "1:37.104", ""),
    ("Sami Abu Sundus", "1:37.230", ""),
    ("Tamer Hijazin", "1:37.512", ""),
    ("Dana Ar-Rashdan", "", ""),
)


@dataclass(frozen=True)
class Finish:
    """``grid``: as raced; ``unserved``: seconds of the game that nobody served; ``tyres``: compounds used."""

    name: str
    grid: int | None
    laps: int
    time: str
    tyres: str
    unserved: float | None = None
    status: str = ""
    note: str = ""


RACE = (
    Finish("Zayd Al-Qāsim", 2, 20, "32:51.204", "soft, medium"),
    Finish("Laith Ḥaddādīn", 1, 20, "32:52.870", "soft, hard"),
    Finish("Rāmī Shuwayḥāt", 3, 20, "32:55.331", "soft, medium"),
    Finish("Yazan Qub'ayn", 4, 20, "33:01.118", "medium, hard"),
    Finish("Fādī Ma'āy'ah", 9, 20, "33:02.640", "soft, medium"),
    Finish("Nūr Ad-Dīn Ṭarāwneh", 5, 20, "33:04.902", "soft, medium, hard", 1.5),
    Finish("Sāmī Abū Sundus", 7, 20, "33:05.455", "soft, medium", 0.5),
    Finish("Tāmer Ḥijāzīn", 8, 20, "33:12.030", "medium, soft"),
    Finish("Dānā Ar-Rashdān", 10, 20, "33:40.777", "hard"),
    Finish("Bashār Nu'aymāt", None, 19, "33:20.300", "soft, medium", note="let in for the race by mistake"),
    Finish("Ḥamzeh 'Obeidāt", 6, 13, "", "soft, medium", status="DISC", note="router, lap 14"),
)


def best_lap(finish: Finish) -> int:
    return 97_050 + int(900 * Random(f"race {finish.name}").random())


APPROVALS = (
    ("Entry list", "Race director: Mu'taz Al-'Abbādī", datetime(2021, 7, 8, 17, 30), "12 of 15 names"),
    ("Final results", "Chairman of the stewards: Elias Khūrī", datetime(2021, 7, 16, 23, 30), "three signatures on paper"),
    ("Final results", "Chairman of the stewards: Elias Khūrī", datetime(2021, 7, 18, 17, 30), "amended: incident 4"),
)  # fmt: skip

OVERRIDES = (
    ("Karīm Zurayqāt", "override passport", "original seen at the office on 12 July", "ASN office", datetime(2021, 7, 12, 10, 0)),
    ("Nūr Ad-Dīn Ṭarāwneh", "override briefing", "power cut in Irbid, briefed by telephone at 19:40", "Race director",
     datetime(2021, 7, 16, 19, 45)),
)  # fmt: skip
