"""The cast: 39 drivers, none of them a real person, with teams that do not exist.

number | driver | PSN ID | town | team, roughly the fastest first. What is odd in the entry list stands below.
"""

from __future__ import annotations

from racing import cast

DRIVERS = cast("""
555 | Thabo Nkosi | ThaboN_555 | Soweto | Highveld Heat
23 | Ruän Oosthuizen | RuanO-23 | Pretoria | Bosveld Boosters
8 | Keagan Naidoo | keags_naidoo | Durban | Umhlanga Apex
44 | Jacó Terblanche | JakesTerb44 | Bloemfontein | Bosveld Boosters
77 | Sipho Mthembu | SiphoM77_ZA | Pietermaritzburg | Highveld Heat
16 | Devesh Pillay | DeveshP16 | Chatsworth | Umhlanga Apex
91 | Renè Labuschagne | rene_lab91 | Centurion | Twin Palms Sim
5 | João Ferreira | JF_PortoELM | Port Elizabeth | Algoa Grid
31 | Lwazi Dlamini | Lwazi_D31 | Mbabane Road, Ermelo | Highveld Heat
12 | Chanté Booysen | ChanteB_12 | Stellenbosch | Fynbos Racing
64 | Werner Grobler | WGrobs_64 | Rustenburg | Bosveld Boosters
29 | Aiden van Wyk | AvW_29 | Cape Town | Fynbos Racing
3 | Mandla Khumalo | Mandla_K3 | Johannesburg | Jozi Late Brakers
118 | Zoë Hendricks | zoe_h118 | Mitchells Plain | Fynbos Racing
50 | Hendrik Vermaak | HennieV50 | Potchefstroom | Twin Palms Sim
72 | Yusuf Cassim | YCassim72 | Lenasia | Jozi Late Brakers
9 | Bongani Zwane | Bongs_Z9 | Witbank | Highveld Heat
101 | Christo Müller | cmuller-101 | Paarl | Fynbos Racing
27 | Tumelo Mokoena | TumiMok27 | Vereeniging | Jozi Late Brakers
88 | Étienne du Plooy | EdP_88 | Nelspruit | Bosveld Boosters
14 | Preshen Govender | Presh_G14 | Phoenix | Umhlanga Apex
66 | Danie Swart | danie_s66 | Kimberley | Diamond City eSport
7 | Kagiso Molefe | KG_Molefe7 | Mahikeng | Diamond City eSport
39 | Anél Steyn | AnelSteyn39 | Somerset West | Fynbos Racing
21 | Ricardo Gonçalves | RickyG21_ZA | Johannesburg | Jozi Late Brakers
45 | Luyanda Sithole | Luyanda45 | East London | Algoa Grid
83 | Brendan McIntyre | BMac_83 | Hillcrest | Umhlanga Apex
19 | Tshepo Ramaphela | Tshepo_R19 | Polokwane | Bosveld Boosters
36 | Gerhard Kotzé | GKotze36 | Oudtshoorn |
58 | Imraan Patel | Imraan_P58 | Lenasia | Jozi Late Brakers
2 | Ntombi Radebe | NtombiR2 | Newcastle | Highveld Heat
70 | Stiaan Fourie | StiaanF70 | Welkom | Diamond City eSport
33 | Vuyo Mabena | VuyoMab_33 | Queenstown | Algoa Grid
95 | Kyle Abrahams | kyle_ab95 | Athlone | Fynbos Racing
11 | Pieter-Louis Brink | PL_Brink | Upington |
67 | Siyabonga Cele | SiyaC67 | Umlazi | Umhlanga Apex
40 | Heinrich Böhmer | HBoehmer_40 | Windhoek |
109 | Nadia Jacobs | NadiaJ109 | George | Algoa Grid
26 | Lerato Phiri | LeratoP26 | Tembisa | Jozi Late Brakers
""")

CAR = "Mercedes-AMG GT3 '16"
OTHER_CAR = {"Stiaan Fourie": "Porsche 911 RSR (991)", "Zoë Hendricks": "Mercedes AMG GT3 ’16"}
NATIONALITY = {"Heinrich Böhmer": "Namibia", "Ricardo Gonçalves": "resident", "João Ferreira": "Portugal"}
NO_LICENCE = "Kyle Abrahams"
LICENCE_OF_2021 = "Gerhard Kotzé"


def licence(number: int) -> str:
    return f"MSA-E{22000 + number * 7}"
