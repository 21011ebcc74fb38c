"""Workbooks as leagues of other countries keep them, with what a person says that each tab is.

Each league: its tabs with their rows, and for the tabs that are to be read the record kind and which header
is which field. Worked out by hand, before anything was tried on them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Wanted:
    """``columns``: field -> header; ``set``: field -> value for the whole tab."""

    kind: str
    columns: Mapping[str, str]
    set: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OtherLeague:
    name: str
    tabs: Mapping[str, Rows]
    wanted: Mapping[str, Wanted]

    def save(self, folder: Path) -> Path:
        book = Workbook()
        book.remove(book.active)
        for name, rows in self.tabs.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
        path = folder / f"{self.name}.xlsx"
        book.save(path)
        return path


GERMANS = ["Jens Voß", "Karl-Heinz Maier", "Uwe Große", "Tobias Krämer", "Lukas Schön", "Marcel Weiß"]
FRENCH = ["Élodie Marchand", "Jean-Luc Mélin", "Rémi Côté", "Benoît Lacaze", "Noé Girard", "Hugo Petit"]
SPANISH = ["Íñigo Peña", "José Luis Núñez", "Raúl Ibáñez", "Ana Gómez", "Borja Ruiz", "Sergio Cano"]
ITALIANS = [
    "Nicolò Dalla Valle",
    "Luca D'Angelo",
    "Marco Bianchi",
    "Giulia Ferri",
    "Paolo Sala",
    "Elio Conti",
]
PORTUGUESE = ["João Conceição", "Inês Magalhães", "Rui Falcão", "Tiago Sá", "Bruno Leão", "Marta Reis"]
BRITONS = ["Owen Hughes", "Ben Ashcroft", "Callum Reid", "Ellie Ward", "Sam Okafor", "Joe Finch"]


def lap(seconds: float) -> str:
    return f"{int(seconds // 60)}:{seconds % 60:06.3f}"


def race(names: Sequence[str], number: int) -> list[str]:
    """The names in another order each round."""
    turn = number % len(names)
    return [*names[turn:], *names[:turn]]


GERMAN = OtherLeague(
    "Nordcup",
    {
        "Teilnehmer": [
            ["NORDCUP 2024 - MELDELISTE"],
            [],
            ["Startnr.", "Fahrer", "Team", "Fahrzeug", "PSN-ID"],
            *[[7 + n, name, f"Team {n % 3}", "BMW M4 GT3", f"psn_{n}"] for n, name in enumerate(GERMANS)],
        ],
        "Rennkalender": [
            ["Lauf", "Datum", "Strecke", "Startzeit", "Runden"],
            *[[n, date(2024, 3, n), f"Strecke {n}", time(20, 30), 20 + n] for n in range(1, 5)],
        ],
        "Ergebnisse": [
            ["Alle Rennen der Saison"],
            ["Lauf", "Platz", "Nr.", "Fahrer", "Gesamtzeit", "Schnellste Runde", "Status"],
            *[
                [n, place, 7, name, f"3{place}:12,{n}00", lap(92 + place), "Ausfall" if place == 6 else None]
                for n in range(1, 4)
                for place, name in enumerate(race(GERMANS, n), 1)
            ],
        ],
        "Strafen": [
            ["Fall", "Lauf", "Fahrer", "Runde", "Vergehen", "Urteil", "Strafe", "Bemerkung"],
            ["F1", 1, GERMANS[0], 3, "Abdrängen", "Strafe", "5 s", "eindeutig"],
            ["F2", 2, GERMANS[2], 7, "Frühstart", "keine Maßnahme", None, None],
        ],
        "Tabelle": [
            ["Pos.", "Fahrer", "Punkte"],
            *[[n, name, 60 - 5 * n] for n, name in enumerate(GERMANS, 1)],
        ],
    },
    {
        "Teilnehmer": Wanted(
            "entries",
            {
                "number": "Startnr.",
                "driver": "Fahrer",
                "team": "Team",
                "car": "Fahrzeug",
                "platform_id": "PSN-ID",
            },
        ),
        "Rennkalender": Wanted(
            "calendar",
            {"round": "Lauf", "date": "Datum", "circuit": "Strecke", "start": "Startzeit", "laps": "Runden"},
        ),
        "Ergebnisse": Wanted(
            "results",
            {
                "round": "Lauf",
                "place": "Platz",
                "number": "Nr.",
                "driver": "Fahrer",
                "total_time": "Gesamtzeit",
                "best_lap": "Schnellste Runde",
                "status": "Status",
            },
        ),
        "Strafen": Wanted(
            "cases",
            {
                "case": "Fall",
                "round": "Lauf",
                "driver": "Fahrer",
                "lap": "Runde",
                "code": "Vergehen",
                "verdict": "Urteil",
                "penalty": "Strafe",
                "note": "Bemerkung",
            },
        ),
    },
)

FRENCH_LEAGUE = OtherLeague(
    "Coupe de l'Ouest",
    {
        "Pilotes": [
            ["Coupe de l'Ouest", None, None, "saison 3"],
            ["mise à jour le 2 mars"],
            [],
            ["N°", "Nom du pilote", "Écurie", "Voiture"],
            *[[n, name, f"Écurie {n % 2}", "Alpine A110"] for n, name in enumerate(FRENCH, 3)],
        ],
        "Calendrier": [
            ["Manche", "Date", "Circuit", "Heure"],
            *[[f"M{n}", date(2024, 4, n), f"Circuit {n}", time(21, 0)] for n in range(1, 5)],
        ],
        "Résultats": [
            ["Manche", "Séance", "Position", "Pilote", "Temps total", "Meilleur tour", "Remarques"],
            *[
                [f"M{n}", session, place, name, f"4{place}:01.500", lap(101 + place), None]
                for n in range(1, 3)
                for session in ("Qualifications", "Course")
                for place, name in enumerate(race(FRENCH, n), 1)
            ],
        ],
        "Absences": [
            ["Horodateur", "Pilote", "Manche", "Motif"],
            [datetime(2024, 4, 2, 18, 3), FRENCH[1], "M2", "travail"],
        ],
        "Classement": [
            ["Clt", "Pilote", "Écurie", "M1", "M2", "M3", "M4", "Total"],
            *[
                [n, name, "Écurie 1", 25 - n, 20 - n, None, None, 45 - 2 * n]
                for n, name in enumerate(FRENCH, 1)
            ],
        ],
    },
    {
        "Pilotes": Wanted(
            "entries", {"number": "N°", "driver": "Nom du pilote", "team": "Écurie", "car": "Voiture"}
        ),
        "Calendrier": Wanted(
            "calendar", {"round": "Manche", "date": "Date", "circuit": "Circuit", "start": "Heure"}
        ),
        "Résultats": Wanted(
            "results",
            {
                "round": "Manche",
                "session": "Séance",
                "place": "Position",
                "driver": "Pilote",
                "total_time": "Temps total",
                "best_lap": "Meilleur tour",
            },
        ),
        "Absences": Wanted(
            "sign_outs", {"at": "Horodateur", "driver": "Pilote", "round": "Manche", "reason": "Motif"}
        ),
    },
)

SPANISH_LEAGUE = OtherLeague(
    "Liga Iberia",
    {
        "Inscritos": [
            ["Dorsal", "Piloto", "Equipo", "Coche", "Categoría"],
            *[
                [f"{n:03}", name, "Equipo 1", "Cupra", "Oro" if n < 4 else "Plata"]
                for n, name in enumerate(SPANISH, 1)
            ],
        ],
        "Calendario": [
            ["LIGA IBERIA"],
            ["Prueba", "Fecha", "Circuito", "Hora de salida"],
            *[[n, date(2024, 5, n), f"Circuito {n}", time(22, 0)] for n in range(1, 6)],
        ],
        "Clasificatoria": [
            ["Prueba", "Piloto", "Mejor vuelta"],
            *[[n, name, lap(88 + at)] for n in (1, 2) for at, name in enumerate(race(SPANISH, n))],
        ],
        "Carrera": [
            ["Prueba", "Puesto", "Piloto", "Tiempo", "Vueltas", "Estado"],
            *[
                [n, place, name, f"2{place}:45.100", 18, "Abandono" if place == 6 else None]
                for n in (1, 2)
                for place, name in enumerate(race(SPANISH, n + 1), 1)
            ],
        ],
        "Sanciones": [
            ["Caso", "Prueba", "Piloto infractor", "Vuelta", "Sanción", "Veredicto"],
            ["1", 1, SPANISH[0], 4, "5 s", "culpable"],
            ["2", 2, SPANISH[3], 9, None, "no culpable"],
        ],
    },
    {
        "Inscritos": Wanted(
            "entries",
            {
                "number": "Dorsal",
                "driver": "Piloto",
                "team": "Equipo",
                "car": "Coche",
                "car_class": "Categoría",
            },
        ),
        "Calendario": Wanted(
            "calendar", {"round": "Prueba", "date": "Fecha", "circuit": "Circuito", "start": "Hora de salida"}
        ),
        "Clasificatoria": Wanted(
            "results",
            {"round": "Prueba", "driver": "Piloto", "best_lap": "Mejor vuelta"},
            {"session": "qualifying"},
        ),
        "Carrera": Wanted(
            "results",
            {
                "round": "Prueba",
                "place": "Puesto",
                "driver": "Piloto",
                "total_time": "Tiempo",
                "laps": "Vueltas",
                "status": "Estado",
            },
            {"session": "race"},
        ),
        "Sanciones": Wanted(
            "cases",
            {
                "case": "Caso",
                "round": "Prueba",
                "driver": "Piloto infractor",
                "lap": "Vuelta",
                "penalty": "Sanción",
                "verdict": "Veredicto",
            },
        ),
    },
)

ITALIAN_LEAGUE = OtherLeague(
    "Trofeo Adriatico",
    {
        "Iscritti": [
            ["Numero", "Pilota", "Scuderia", "Vettura"],
            *[[n, name, f"Scuderia {n % 3}", "Ferrari 296"] for n, name in enumerate(ITALIANS, 11)],
        ],
        **{
            f"Gara {n}": [
                [f"Gara {n} - risultati ufficiali"],
                [],
                ["Pos.", "N.", "Pilota", "Giri", "Tempo", "Giro veloce"],
                *[
                    [place, 10 + place, name, 15, f"2{place}:00.000", lap(95 + place)]
                    for place, name in enumerate(race(ITALIANS, n), 1)
                ],
            ]
            for n in (1, 2, 3)
        },
        "Note": [["Cose da fare"], ["Chiedere il server"], ["Aggiornare il sito"]],
    },
    {
        "Iscritti": Wanted(
            "entries", {"number": "Numero", "driver": "Pilota", "team": "Scuderia", "car": "Vettura"}
        ),
        **{
            f"Gara {n}": Wanted(
                "results",
                {
                    "place": "Pos.",
                    "number": "N.",
                    "driver": "Pilota",
                    "laps": "Giri",
                    "total_time": "Tempo",
                    "best_lap": "Giro veloce",
                },
                {"round": f"R{n}"},
            )
            for n in (1, 2, 3)
        },
    },
)

PORTUGUESE_LEAGUE = OtherLeague(
    "Taça Lusa",
    {
        "Pilotos inscritos": [
            ["Piloto", "Número", "Equipa", "Carro", "Divisão"],
            *[
                [name, n, f"Equipa {n % 2}", "Audi R8", "A" if n < 4 else "B"]
                for n, name in enumerate(PORTUGUESE, 1)
            ],
        ],
        "Calendário": [
            ["Ronda", "Divisão", "Data", "Hora", "Pista"],
            *[[n, pool, date(2024, 6, n), time(21, 30), f"Pista {n}"] for n in range(1, 4) for pool in "AB"],
        ],
        "Corridas": [
            ["Ronda", "Divisão", "Posição", "Piloto", "Tempo total", "Melhor volta", "Pontos"],
            *[
                [n, "A" if place < 4 else "B", place, name, f"3{place}:10.000", lap(99 + place), 25 - place]
                for n in (1, 2)
                for place, name in enumerate(PORTUGUESE, 1)
            ],
        ],
        "Protestos": [
            [
                "Carimbo de data/hora",
                "N.º",
                "Ronda",
                "Queixoso",
                "Piloto acusado",
                "Descrição",
                "Vídeo",
                "Decisão",
            ],
            [
                datetime(2024, 6, 2, 10),
                "P1",
                1,
                PORTUGUESE[1],
                PORTUGUESE[2],
                "toque na curva 3",
                "https://v.example/1",
                "penalidade",
            ],
            [
                datetime(2024, 6, 9, 11),
                "P2",
                2,
                PORTUGUESE[4],
                PORTUGUESE[0],
                "saída de pista",
                "https://v.example/2",
                "sem penalidade",
            ],
        ],
    },
    {
        "Pilotos inscritos": Wanted(
            "entries",
            {"driver": "Piloto", "number": "Número", "team": "Equipa", "car": "Carro", "pool": "Divisão"},
        ),
        "Calendário": Wanted(
            "calendar",
            {"round": "Ronda", "pool": "Divisão", "date": "Data", "start": "Hora", "circuit": "Pista"},
        ),
        "Corridas": Wanted(
            "results",
            {
                "round": "Ronda",
                "pool": "Divisão",
                "place": "Posição",
                "driver": "Piloto",
                "total_time": "Tempo total",
                "best_lap": "Melhor volta",
            },
        ),
        "Protestos": Wanted(
            "cases",
            {
                "reported_at": "Carimbo de data/hora",
                "case": "N.º",
                "round": "Ronda",
                "reported_by": "Queixoso",
                "driver": "Piloto acusado",
                "description": "Descrição",
                "evidence": "Vídeo",
                "verdict": "Decisão",
            },
        ),
    },
)

FORMS = OtherLeague(
    "Monday Night GT",
    {
        "Drivers": [
            ["Monday Night GT"],
            ["Car #", "Driver name", "Team name", "iRacing ID", "Class"],
            *[[n, name, f"Team {n % 3}", 100200 + n, "GT3"] for n, name in enumerate(BRITONS, 2)],
        ],
        "Race results": [
            ["Rd", "Fin", "Driver", "Car #", "Laps led", "Inc", "Fastest lap", "Race time"],
            *[
                [n, place, name, place, 0, place % 3, lap(80 + place), f"25:{place:02}.000"]
                for n in (1, 2, 3)
                for place, name in enumerate(race(BRITONS, n), 1)
            ],
        ],
        "Form responses 1": [
            [
                "Timestamp",
                "Email address",
                "What is your driver name?",
                "Which round will you miss?",
                "Reason (optional)",
            ],
            [datetime(2024, 7, 1, 9, 30), "a@example.org", BRITONS[0], 2, "on holiday"],
            [datetime(2024, 7, 3, 22, 10), "b@example.org", BRITONS[3], 3, None],
        ],
        "Form responses 2": [
            [
                "Timestamp",
                "Incident no.",
                "Your name",
                "Which driver are you reporting?",
                "Which round?",
                "Which lap?",
                "Link to the video",
                "What happened?",
                "Stewards' decision",
            ],
            [
                datetime(2024, 7, 2, 20),
                "I-1",
                BRITONS[1],
                BRITONS[0],
                1,
                3,
                "https://v.example/3",
                "hit me in turn one",
                "penalty",
            ],
            [
                datetime(2024, 7, 2, 21),
                "I-2",
                BRITONS[2],
                BRITONS[5],
                1,
                9,
                "https://v.example/4",
                "cut the chicane",
                "no action",
            ],
        ],
        "Points": [
            ["Pos", "Driver", "Rd 1", "Rd 2", "Rd 3", "Pts"],
            *[[n, name, 20 - n, 18 - n, 16 - n, 54 - 3 * n] for n, name in enumerate(BRITONS, 1)],
        ],
    },
    {
        "Drivers": Wanted(
            "entries",
            {
                "number": "Car #",
                "driver": "Driver name",
                "team": "Team name",
                "platform_id": "iRacing ID",
                "car_class": "Class",
            },
        ),
        "Race results": Wanted(
            "results",
            {
                "round": "Rd",
                "place": "Fin",
                "driver": "Driver",
                "number": "Car #",
                "laps_led": "Laps led",
                "incidents": "Inc",
                "best_lap": "Fastest lap",
                "total_time": "Race time",
            },
        ),
        "Form responses 1": Wanted(
            "sign_outs",
            {
                "at": "Timestamp",
                "driver": "What is your driver name?",
                "round": "Which round will you miss?",
                "reason": "Reason (optional)",
            },
        ),
        "Form responses 2": Wanted(
            "cases",
            {
                "reported_at": "Timestamp",
                "case": "Incident no.",
                "reported_by": "Your name",
                "driver": "Which driver are you reporting?",
                "round": "Which round?",
                "lap": "Which lap?",
                "evidence": "Link to the video",
                "description": "What happened?",
                "verdict": "Stewards' decision",
            },
        ),
    },
)

PER_POOL = OtherLeague(
    "Four Lobbies",
    {
        "Roster": [
            ["Driver", "Gamertag", "Lobby"],
            *[[name, f"tag{n}", "ALPHA" if n < 3 else "BETA"] for n, name in enumerate(BRITONS)],
        ],
        **{
            f"R{n} {pool}": [
                ["Position", "Driver", "Status", "Best lap"],
                *[[place, name, None, lap(90 + place)] for place, name in enumerate(names, 1)],
            ]
            for n in (1, 2)
            for pool, names in (("ALPHA", BRITONS[:3]), ("BETA", BRITONS[3:]))
        },
    },
    {
        "Roster": Wanted("entries", {"driver": "Driver", "platform_id": "Gamertag", "pool": "Lobby"}),
        **{
            f"R{n} {pool}": Wanted(
                "results",
                {"place": "Position", "driver": "Driver", "status": "Status", "best_lap": "Best lap"},
                {"round": f"R{n}", "pool": pool},
            )
            for n in (1, 2)
            for pool in ("ALPHA", "BETA")
        },
    },
)

BUSY = OtherLeague(
    "Endurance 2024",
    {
        "Info": [["Welcome to the series!"], ["Rules", "see Discord"], ["Contact", "race control"]],
        "Entry List": [
            ["ENDURANCE 2024", None, None, None, None, None],
            ["CAR", None, "DRIVER", None, "ENTRY", None],
            ["#", "Car", "Driver", "Nationality", "Licence", "Registered"],
            *[
                [n, "Porsche", name, "GBR", f"L-{n}", datetime(2024, 1, n, 12, 30)]
                for n, name in enumerate(BRITONS, 1)
            ],
            [],
            ["Total", None, len(BRITONS)],
        ],
        "Season plan": [
            ["Event", "Date", "Green flag (UK)", "Track", "Length"],
            ["Spa 4h", date(2024, 2, 3), time(18, 0), "Spa", "4 h"],
            ["Monza 4h", date(2024, 3, 2), time(18, 0), "Monza", "4 h"],
            ["Fuji 6h", date(2024, 4, 6), time(12, 0), "Fuji", "6 h"],
        ],
        "Quali": [
            ["Event", "Driver", "Lap time"],
            *[
                [event, name, lap(137 + n)]
                for event in ("Spa 4h", "Monza 4h")
                for n, name in enumerate(BRITONS)
            ],
        ],
        "Race": [
            ["Event", "Finish", "Driver", "Laps", "Total time", "Notes"],
            *[
                [event, place, name, 90, f"4:01:{place:02}.000", None]
                for event in ("Spa 4h", "Monza 4h")
                for place, name in enumerate(reversed(BRITONS), 1)
            ],
        ],
        "Steward log": [
            ["Ref", "Event", "Session", "Against", "Lap", "Rule", "Outcome", "Penalty", "Closed"],
            ["S1", "Spa 4h", "race", BRITONS[4], 12, "3.2", "guilty", "10 s", datetime(2024, 2, 4, 20, 0)],
            ["S2", "Monza 4h", "race", BRITONS[2], 40, "3.4", "no action", None, datetime(2024, 3, 3, 20, 0)],
        ],
        "Standings": [
            ["Rank", "Driver", "Spa 4h", "Monza 4h", "Fuji 6h", "Total"],
            *[[n, name, 25 - n, 25 - n, None, 50 - 2 * n] for n, name in enumerate(BRITONS, 1)],
        ],
    },
    {
        "Entry List": Wanted(
            "entries",
            {
                "number": "#",
                "car": "Car",
                "driver": "Driver",
                "licence_number": "Licence",
                "entered_at": "Registered",
            },
        ),
        "Season plan": Wanted(
            "calendar", {"round": "Event", "date": "Date", "start": "Green flag (UK)", "circuit": "Track"}
        ),
        "Quali": Wanted(
            "results",
            {"round": "Event", "driver": "Driver", "best_lap": "Lap time"},
            {"session": "qualifying"},
        ),
        "Race": Wanted(
            "results",
            {
                "round": "Event",
                "place": "Finish",
                "driver": "Driver",
                "laps": "Laps",
                "total_time": "Total time",
            },
            {"session": "race"},
        ),
        "Steward log": Wanted(
            "cases",
            {
                "case": "Ref",
                "round": "Event",
                "session": "Session",
                "driver": "Against",
                "lap": "Lap",
                "code": "Rule",
                "verdict": "Outcome",
                "penalty": "Penalty",
                "decided_at": "Closed",
            },
        ),
    },
)

LEAGUES = (
    GERMAN,
    FRENCH_LEAGUE,
    SPANISH_LEAGUE,
    ITALIAN_LEAGUE,
    PORTUGUESE_LEAGUE,
    FORMS,
    PER_POOL,
    BUSY,
)

MATRIX = OtherLeague(
    "Finishing Positions",
    {
        "Members": [["Name", "Team"], *[[name, f"Team {n % 2}"] for n, name in enumerate(BRITONS)]],
        "Season": [
            ["Season 5: finishing positions"],
            [],
            ["Driver", "R1", "R2", "R3", "R4"],
            *[[name, *(1 + (n + r) % 6 for r in range(3)), None] for n, name in enumerate(BRITONS)],
        ],
        "Championship": [
            ["Pos", "Driver", "R1", "R2", "R3", "R4", "Points"],
            *[[n, name, 25 - n, 18 - n, 15 - n, None, 58 - 3 * n] for n, name in enumerate(BRITONS, 1)],
        ],
    },
    {
        "Members": Wanted("entries", {"driver": "Name", "team": "Team"}),
        "Season": Wanted("results", {}),
    },
)

ONLY_MATRIX = OtherLeague(
    "One Tab",
    {
        "Sheet1": [
            ["Driver", "Team", "R1", "R2", "R3"],
            *[
                [name, f"Team {n % 2}", *(("DNF" if (n + r) % 6 == 5 else 1 + (n + r) % 6) for r in range(3))]
                for n, name in enumerate(BRITONS)
            ],
        ],
    },
    {"Sheet1": Wanted("results", {})},
)

BLOCKS = OtherLeague(
    "Side by side",
    {
        "Drivers": [
            ["Driver", "Pool"],
            *[[name, "Gold" if n < 3 else "Silver"] for n, name in enumerate(BRITONS)],
        ],
        "Rounds": [
            row
            for n in (1, 2)
            for row in [
                [f"Round {n}"],
                ["Gold", None, None, None, "Silver"],
                ["Pos", "Driver", "Best lap", None, "Pos", "Driver", "Best lap"],
                *[
                    [
                        place,
                        BRITONS[place - 1],
                        lap(80 + place),
                        None,
                        place,
                        BRITONS[place + 2],
                        lap(81 + place),
                    ]
                    for place in (1, 2, 3)
                ],
                [],
            ]
        ],
    },
    {"Drivers": Wanted("entries", {"driver": "Driver", "pool": "Pool"}), "Rounds": Wanted("results", {})},
)

LISTS = OtherLeague(
    "Evening lists",
    {
        "Drivers": [["Driver", "Number"], *[[name, n] for n, name in enumerate(BRITONS, 1)]],
        "Pool lists": [
            ["Round 1"],
            ["Gold", "Silver"],
            *[[BRITONS[n], BRITONS[n + 3]] for n in range(3)],
            [],
            ["Round 2"],
            ["Gold", "Silver"],
            *[[BRITONS[5 - n], BRITONS[2 - n]] for n in range(3)],
        ],
        "Results": [
            ["Round", "Pool", "Pos", "Driver"],
            *[[1, "Gold" if n < 3 else "Silver", 1 + n % 3, name] for n, name in enumerate(BRITONS)],
        ],
    },
    {
        "Drivers": Wanted("entries", {"driver": "Driver", "number": "Number"}),
        "Pool lists": Wanted("choices", {}),
        "Results": Wanted("results", {"round": "Round", "pool": "Pool", "place": "Pos", "driver": "Driver"}),
    },
)

OTHER_LAYOUTS = (MATRIX, ONLY_MATRIX, BLOCKS, LISTS)
