"""The cast: 39 drivers, none of them a real person, with teams that do not exist.

number | driver | PSN ID | town | team, roughly the fastest first. What is odd in the entry list stands below.
"""

from __future__ import annotations

from racing import cast

DRIVERS = cast("""
17 | Lindani Mahlangu | LindaniM17 | Middelburg | Loskop Racing
4 | Francois Nel | FNel_4ZA | Pretoria | Magalies Motorsport
53 | Avishkar Moodley | AviMoodley53 | Verulam | Sugar Coast Sim
28 | Dirk Jansen van Rensburg | DJvR_28 | Brits | Magalies Motorsport
80 | Nkululeko Buthelezi | NkuluB80 | Ulundi | Sugar Coast Sim
6 | Tiaan Esterhuizen | TiaanE6 | Secunda | Loskop Racing
99 | Zanele Maseko | ZaneleM99 | Barberton | Lowveld Lions
13 | Rashaad Davids | rashdavids13 | Strand | Helderberg Hotlaps
41 | André Rossouw | AndreR_41 | Worcester | Helderberg Hotlaps
22 | Mpho Tladi | MphoTladi22 | Klerksdorp | Vaal Velocity
68 | Cameron Fyfe | CamFyfe68 | Howick | Midlands Meander SR
10 | Lindokuhle Shabalala | LindoShab10 | Empangeni | Sugar Coast Sim
35 | Marnus Cilliers | MarnusC35 | Parys | Vaal Velocity
72 | Inês Teixeira | InesTx_72 | Germiston | East Rand Express
1 | Bheki Ngubane | BhekiN_1 | Springs | East Rand Express
57 | Rudi Strydom | RudiS57 | Ermelo | Loskop Racing
19 | Yaseen Osman | YasOsman19 | Benoni | East Rand Express
44 | Gareth Pienaar | GazPienaar44 | Boksburg | East Rand Express
30 | Palesa Motaung | PalesaM30 | Sasolburg | Vaal Velocity
63 | Coenraad Viljoen | CoenieV63 | Thabazimbi | Magalies Motorsport
9 | Sanele Gumede | SaneleG9 | Richards Bay | Sugar Coast Sim
51 | Dawid Lötter | DLoetter51 | Ceres | Helderberg Hotlaps
25 | Ashwin Reddy | AshReddy25 | Tongaat | Sugar Coast Sim
88 | Nomvula Sibiya | NomvulaS88 | Vryheid | Midlands Meander SR
15 | Jean-Pierre Blignaut | JPBlignaut15 | Groblersdal | Loskop Racing
77 | Katlego Seabi | KatSeabi77 | Tzaneen | Lowveld Lions
38 | Wouter Scheepers | WScheep38 | Malmesbury | Helderberg Hotlaps
62 | Tebogo Mashaba | TeboMash62 | White River | Lowveld Lions
11 | Storm Redelinghuys | StormR11 | Hoedspruit | Lowveld Lions
94 | Mthokozisi Zondi | MthoZondi94 | Estcourt | Midlands Meander SR
20 | Réneé Bester | ReneeBester20 | Orkney | Vaal Velocity
46 | Craig Louw | CraigLouw46 | Bethal |
70 | Sizwe Nxumalo | SizweNx70 | Manzini Drive, Piet Retief | Lowveld Lions
33 | Elrich September | ElrichS33 | Saldanha | Helderberg Hotlaps
59 | Duncan Meyer | DuncMeyer59 | Underberg | Midlands Meander SR
82 | Karabo Letsoalo | KaraboL82 | Mokopane | Magalies Motorsport
12 | Hannes Krügel | HKruegel12 | Kroonstad |
48 | Amahle Dube | AmahleD48 | Eshowe | Sugar Coast Sim
27 | Ettienne Malherbe | EttMalherbe27 | Calvinia |
""")

NO_LICENCE = "Sizwe Nxumalo"
LICENCE_OF_2020 = "Craig Louw"


def licence(number: int) -> str:
    return f"21-SIM-{4000 + number * 3}"


def division(index: int) -> str:
    """Last season's standing says who starts where."""
    return f"Division {index // 13 + 1}"
