"""The cast: 56 drivers and 8 reserves, none of them a real person, with teams that do not exist.

The table is kept as text because that is how it is read and corrected by eye:
number | driver | PSN ID | team.
"""

from __future__ import annotations

from dataclasses import dataclass

NO_LICENCE = "Henrik Aalto"  # the only one whose MSL licence is missing
TEXT_NUMBER = "Callum McAllister"  # his car number is typed as the text 007
PLAIN_NUMBER = "Hinata Morishita"  # her car number is a plain 46, without the number format 000

_DRIVERS = """
86 | Kenji Sato | KenjiS_86 | Kaze Racing
22 | Matteo Rossi | Rossi-Matteo22 | Scuderia Lanterna
17 | Élodie Marchand | elo_marchand | Mistral Sim Racing
404 | Liam O'Connor | OConnorNotFound | Southern Cross SimSport
63 | Jean-Baptiste Lefèvre | JB-Lefevre63 | Mistral Sim Racing
11 | Haruto Nakagawa | Haruto_NKG | Kaze Racing
45 | Søren Kjærgaard | NW_Soeren45 | Nordwind eSport
71 | Ana Lucía Fernández | AnaLu_71 | Equipo Cóndor
5 | Tomáš Dvořák | dvorak_sim | Vltava Virtual
64 | Aroha Te Whare | Aroha_KK64 | Kiwi Kerbs
88 | Jürgen Weißmann | NW_Weissmann | Nordwind eSport
27 | Marco De Angelis | DeAngelis_27 | Scuderia Lanterna
13 | Chloé Dubois-Martin | chloe_dbm | Mistral Sim Racing
168 | Nguyễn Minh Khôi | MinhKhoi168 | Independent
25 | Pedro Gonçalves | PGoncalves_PT | Lusitânia Racing
48 | Jack Thornbury | Thorno-48 | Outback Overdrive
34 | Riku Ōshima | RikuOshima34 | Rising Sun Garage
92 | Piotr Wiśniewski | piotrek_w92 |
29 | Sébastien Rault | SebRault29 | Les Chevrons
10 | D'Angelo Ferreira | DAngelo_F10 | Lusitânia Racing
8 | Mei-Ling Chua | MLC-Apex8 | Apex Oriental
33 | Bram van der Velde | BramVDV_33 | Polder Pistons
354 | Kristján Þórsson | NW_Kristjan | Nordwind eSport
41 | Hugo Lindström | hugolind41 |
72 | Arjun Raghavan | Arjun_R72 | Apex Oriental
7 | Callum McAllister | Agent_McA | Kiwi Kerbs
55 | Rafael Echeverría | RafaEcheverria | Equipo Cóndor
39 | Yuto Hasegawa | Hase_Yuto39 | Rising Sun Garage
66 | Noémie Gauthier | noemie_g66 | Les Chevrons
31 | Daan Hoekstra | DaanHoek31 | Polder Pistons
190 | İlker Yıldırım | ilker-yldrm | Independent
36 | Zoltán Kertész | ZoliKertesz36 | Danube Drift Works
40 | Ioana Bălănescu | IoanaB_40 | Danube Drift Works
2 | Ben Ashcroft | Ashcroft_B2 | Southern Cross SimSport
35 | Takumi Aoki | TkmAoki_35 | Kaze Racing
96 | Giulia Ferrante | 🏁Giulia_F96 | Scuderia Lanterna
61 | Owen Fitzgerald-Hughes | OFH-61 | Outback Overdrive
56 | Mathis Kervella | MathisKvl_56 | Les Chevrons
12 | Sota Kuribayashi | [RSG]Kuri12 | Rising Sun Garage
19 | Diego Ibáñez | DiegoIb_19 | Equipo Cóndor
43 | Lukas Brandner | Brandner_AUT | Alpenblick Racing
143 | Florian Steinlechner | FloStein143 | Alpenblick Racing
65 | Wei Jie Tan | WJTan-Apex | Apex Oriental
707 | Ruaridh Campbell | Ruaridh_C | Independent
3 | Mikko Hämäläinen | mikko_h_FIN |
75 | Thibault Carpentier | TibCarp75 | Les Chevrons
77 | João Pedro Matos | JPMatos_77 | Lusitânia Racing
99 | Angus Whitlock | AngusW_99 | Outback Overdrive
46 | Hinata Morishita | Hinata_M46 | Kaze Racing
21 | Gabriel N'Diaye | GabNDiaye21 | Mistral Sim Racing
16 | Siobhán Gallagher | ShivG_16 | Southern Cross SimSport
51 | Luuk Janssen | LuukJ_51 | Polder Pistons
38 | Andrei Vulpescu | AVulpescu38 | Danube Drift Works
212 | Malik Benhaddou | Malik_B212 | Independent
50 | Tāne Rangihuna | Tane_Rangi50 | Kiwi Kerbs
14 | Ethan Kowalczyk | EthanKow14 |
"""

# number | driver | PSN ID | team | reserve no.; in the order in which they registered, not in that of their times
_RESERVES = """
301 | Filipe Azevedo | FilAzevedo | Lusitânia Racing | 3
305 | Grace Hollingworth | graceholl_305 | Southern Cross SimSport | 2
308 | Henrik Aalto | aalto_henrik | Independent | 8
302 | Kaito Mizuno | KaitoMzn | Kaze Racing | 7
311 | Oskar Nyström | oskarnystrom_ | | 4
320 | Quentin Roche-Vial | QRV_320 | Mistral Sim Racing | 5
303 | Ryo Tachibana | RyoTachi303 | Rising Sun Garage | 1
333 | Stefano Bellandi | SteBella333 | Scuderia Lanterna | 6
"""


@dataclass(frozen=True)
class Driver:
    number: int
    name: str
    psn_id: str
    team: str
    reserve_no: int | None = None


def _read(table: str) -> list[Driver]:
    drivers = []
    for line in table.strip().splitlines():
        number, name, psn_id, team, *reserve = (part.strip() for part in line.split("|"))
        drivers.append(Driver(int(number), name, psn_id, team, int(reserve[0]) if reserve else None))
    return drivers


DRIVERS = _read(_DRIVERS)
RESERVES = _read(_RESERVES)
ENTRIES = DRIVERS + RESERVES
BY_NAME = {driver.name: driver for driver in ENTRIES}


def typed_number(driver: Driver) -> tuple[int | str, str]:
    """A car number as the coordinator typed it, and the number format of its cell."""
    if driver.name == TEXT_NUMBER:
        return f"{driver.number:03d}", "@"
    return driver.number, "General" if driver.name == PLAIN_NUMBER else "000"
