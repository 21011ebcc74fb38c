"""The fifteen whose names were handed in after the National Qualifiers, in the order of the rows. All are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Qualifier:
    """``place``: in the National Qualifiers; the columns are what the ASN checks before the final."""

    place: int
    name: str
    number: str
    psn_id: str
    born: date
    licence: str
    submitted: datetime
    nationality: str = "Jordanian"
    passport: str = "yes"
    friend: str = "yes"
    remark: str = ""


def _at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2021, 6, day, hour, minute)


QUALIFIERS = (
    Qualifier(1, "Zayd Al-Qāsim", "07", "zq_amman", date(1998, 3, 2), "DM-0114", _at(20, 11, 5)),
    Qualifier(2, "Laith Ḥaddādīn", "23", "LaithHD", date(2001, 11, 19), "DM-0087", _at(20, 11, 40)),
    Qualifier(3, "Rāmī Shuwayḥāt", "91", "rami_sh91", date(1995, 6, 30), "DM-0120", _at(20, 12, 2)),
    Qualifier(4, "Nūr Ad-Dīn Ṭarāwneh", "44", "NurT_44", date(2000, 1, 8), "DM-0133", _at(20, 14, 31)),
    Qualifier(5, "Ḥamzeh 'Obeidāt", "12", "hamzeh-o", date(1993, 9, 14), "DM-0052", _at(21, 9, 15)),
    Qualifier(6, "Yazan Qub'ayn", "05", "YZN_Qb", date(2002, 4, 25), "DM-0141", _at(21, 9, 50)),
    Qualifier(7, "Tāmer Ḥijāzīn", "77", "tamer_hj16", date(2005, 7, 16), "DM-0158", _at(22, 18, 20), remark="16 on the day of the final"),
    Qualifier(8, "Sāmī Abū Sundus", "18", "AbuSundus18", date(1990, 12, 1), "DM-0031", _at(23, 20, 10)),
    Qualifier(9, "Fādī Ma'āy'ah", "66", "fadi_m66", date(1999, 5, 5), "", _at(24, 10, 0), remark="licence applied for on 24 June"),
    Qualifier(10, "Karīm Zurayqāt", "31", "KZ_31", date(1997, 2, 17), "DM-0099", _at(25, 16, 45), passport="", remark="passport renewed, shown at the office"),
    Qualifier(11, "Dānā Ar-Rashdān", "10", "dana.rsh", date(1996, 8, 28), "DM-0107", _at(28, 13, 25)),
    Qualifier(12, "Bashār Nu'aymāt", "88", "bashar_n88", date(2003, 10, 11), "DM-0149", datetime(2021, 7, 1, 23, 50), friend="no", remark="host's request unanswered"),
    Qualifier(13, "Jād Suwaylim", "03", "jad_sw", date(2005, 12, 3), "DM-0161", _at(29, 17, 0), remark="fifteen"),
    Qualifier(14, "Yūsuf En-Naggār", "52", "youssefN", date(1994, 7, 7), "DM-0077", _at(30, 12, 0), nationality="Egyptian"),
    Qualifier(15, "Anas Khraisān", "29", "AnasKh29", date(1992, 3, 21), "DM-0116", datetime(2021, 7, 2, 0, 40), remark="mail of the club came after midnight"),
)  # fmt: skip

# Handed in as the clubs sent them, not by the place in the qualifiers.
ROWS = tuple(sorted(QUALIFIERS, key=lambda each: (each.submitted.date(), each.name.split()[-1], each.place)))

BRIEFING, FURTHER = datetime(2021, 7, 16, 19, 0), datetime(2021, 7, 16, 20, 15)
MISSED = {"Nūr Ad-Dīn Ṭarāwneh": ("no", "yes"), "Yazan Qub'ayn": ("yes", "no")}
ADMITTED = tuple(each for each in QUALIFIERS if each.place <= 12)
