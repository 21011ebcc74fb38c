"""How leagues of six languages head their columns and call what became of a driver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """Each a few of the usual words; ``comma``: whether decimals are written with one."""

    name: str
    round: tuple[str, ...]
    driver: tuple[str, ...]
    pool: tuple[str, ...]
    place: tuple[str, ...]
    status: tuple[str, ...]
    time: tuple[str, ...]
    statuses: Mapping[str, tuple[str, ...]]
    total: str
    comma: bool


LANGUAGES = (
    Language(
        "English",
        ("Round", "round"),
        ("Driver", "Driver name", "DRIVER"),
        ("Pool", "Group"),
        ("Pos", "Position", "Pos."),
        ("Status",),
        ("Time", "Race time"),
        {"DNF": ("DNF", "Ret", "Retired"), "DNS": ("DNS", "did not start"), "DSQ": ("DSQ", "Disqualified")},
        "Total",
        False,
    ),
    Language(
        "French",
        ("Manche",),
        ("Pilote", "Nom du pilote"),
        ("Groupe",),
        ("Position", "Place", "Pos."),
        ("Statut",),
        ("Temps",),
        {"DNF": ("Abandon", "abandon"), "DNS": ("Non partant",), "DSQ": ("Disqualifié",)},
        "Total",
        True,
    ),
    Language(
        "German",
        ("Lauf", "Runde", "Rennen"),
        ("Fahrer", "Fahrername"),
        ("Gruppe",),
        ("Platz", "Position", "Pos."),
        ("Status",),
        ("Zeit", "Rennzeit", "Gesamtzeit"),
        {
            "DNF": ("Ausfall", "ausgeschieden"),
            "DNS": ("nicht gestartet",),
            "DSQ": ("disqualifiziert", "Disqualifikation"),
        },
        "Summe",
        True,
    ),
    Language(
        "Spanish",
        ("Ronda", "Carrera"),
        ("Piloto",),
        ("Grupo",),
        ("Posición", "Puesto", "Pos."),
        ("Estado",),
        ("Tiempo",),
        {"DNF": ("Abandono",), "DNS": ("No salió",), "DSQ": ("Descalificado",)},
        "Total",
        True,
    ),
    Language(
        "Italian",
        ("Gara", "Round"),
        ("Pilota",),
        ("Gruppo",),
        ("Posizione", "Pos."),
        ("Stato",),
        ("Tempo",),
        {"DNF": ("Ritirato", "ritiro"), "DNS": ("Non partito",), "DSQ": ("Squalificato",)},
        "Totale",
        True,
    ),
    Language(
        "Portuguese",
        ("Etapa", "Corrida"),
        ("Piloto",),
        ("Grupo",),
        ("Posição", "Pos."),
        ("Estado", "Situação"),
        ("Tempo",),
        {"DNF": ("Abandono", "Abandonou"), "DNS": ("Não largou",), "DSQ": ("Desclassificado",)},
        "Total",
        True,
    ),
)
