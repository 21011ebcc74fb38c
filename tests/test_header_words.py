"""Headers in six languages: found, and never one word for two fields."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sheets_sync.addresses import TabAddress
from sheets_sync.cells import Grid, Value
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.facts import KINDS
from sheets_sync.records.layouts.rows import find_headers
from sheets_sync.records.names import header_key
from sheets_sync.records.near_headers import near_headers
from sheets_sync.records.vocabulary.headers import HEADERS, MAYBE


def _found(kind: str, *headers: str, **columns: str) -> tuple[dict[str, str], list[Problem]]:
    """Field -> the header that it was found under, and what is said of the header row."""
    tab = TabRead(tab=TabAddress("book", "tab"), columns=columns)
    values: Sequence[list[Value]] = [[text, "x"] for text in headers]
    grid = Grid("book", "tab", values, [["", ""] for _ in headers])
    found, problems = find_headers(grid, KINDS[kind], tab)
    if not found:
        return {}, problems
    header = found[0]
    problems += near_headers(grid, KINDS[kind], tab, header, ())
    return {name: headers[column - 1] for name, column in header.columns.columns.items()}, problems


RESULTS = [
    ("Round", "Pos", "Driver", "No.", "Team", "Status", "Total time", "Best lap", "Laps", "Grid"),
    (
        "Manche",
        "Classement",
        "Pilote",
        "N°",
        "Écurie",
        "Statut",
        "Temps total",
        "Meilleur tour",
        "Tours",
        "Grille",
    ),
    (
        "Lauf",
        "Platz",
        "Fahrer",
        "Startnr.",
        "Team",
        "Status",
        "Gesamtzeit",
        "Schnellste Runde",
        "Runden",
        "Startplatz",
    ),
    (
        "Ronda",
        "Posición",
        "Piloto",
        "Dorsal",
        "Equipo",
        "Estado",
        "Tiempo",
        "Vuelta rápida",
        "Vueltas",
        "Parrilla",
    ),
    (
        "Tappa",
        "Posto",
        "Pilota",
        "Numero",
        "Scuderia",
        "Stato",
        "Tempo gara",
        "Giro veloce",
        "Giri",
        "Griglia",
    ),
    ("Etapa", "Posição", "Piloto", "Nº", "Equipa", "Situação", "Tempo", "Melhor volta", "Voltas", "Grelha"),
]


@pytest.mark.parametrize("headers", RESULTS, ids=["en", "fr", "de", "es", "it", "pt"])
def test_results_in_each_language(headers: tuple[str, ...]) -> None:
    found, problems = _found("results", *headers)
    round_, place, driver, number, _, status, total, best, laps, grid = headers
    assert problems == []
    assert found == {
        "round": round_,
        "place": place,
        "driver": driver,
        "number": number,
        "status": status,
        "total_time": total,
        "best_lap": best,
        "laps": laps,
        "start": grid,
    }


@pytest.mark.parametrize(
    ("kind", "headers", "fields"),
    [
        ("entries", ("Pilote", "Équipe", "Pseudo PSN"), ("driver", "team", "platform_id")),
        ("entries", ("Fahrer", "Startnummer", "Klasse"), ("driver", "number", "car_class")),
        ("calendar", ("Lauf", "Datum", "Uhrzeit", "Strecke"), ("round", "date", "start", "circuit")),
        ("calendar", ("Carrera", "Fecha", "Hora", "Circuito"), ("round", "date", "start", "circuit")),
        ("cases", ("Caso", "Gara", "Pilota", "Giro", "Curva"), ("case", "round", "driver", "lap", "turn")),
        ("choices", ("Carimbo de data/hora", "Piloto", "Etapa", "Grupo"), ("at", "driver", "round", "pool")),
        ("sign_outs", ("Horodateur", "Nom", "Manche", "Motif"), ("at", "driver", "round", "reason")),
        ("votes", ("Fall", "Kommissar", "Stimme", "Strafe"), ("case", "steward", "vote", "penalty")),
        ("transfers", ("Pilota", "Dalla tappa", "Gruppo"), ("driver", "from_round", "pool")),
    ],
)  # fmt: skip
def test_headers_of_other_kinds(kind: str, headers: tuple[str, ...], fields: tuple[str, ...]) -> None:
    found, problems = _found(kind, *headers)
    assert (found, problems) == (dict(zip(fields, headers, strict=True)), [])


@pytest.mark.parametrize(
    "header", ["POS.", "pos:", "Po\u00adsición"[:2] + "s", "Position ", "Ｐｏｓ", "Place?"]
)
def test_a_full_stop_a_colon_or_wide_letters_do_not_matter(header: str) -> None:
    assert _found("results", "Round", "Driver", header)[0]["place"] == header


def test_the_own_header_hides_words_of_other_languages() -> None:
    """A Temps beside a Total time stays a column of the league's own."""
    found, problems = _found("results", "Round", "Driver", "Temps", "Total time")
    assert (found["total_time"], problems) == ("Total time", [])


def test_race_is_the_round_only_where_no_round_stands_there() -> None:
    assert _found("results", "Race", "Driver", "Pos")[0]["round"] == "Race"
    assert "Race" not in _found("results", "Race", "Driver", "Round")[0].values()


def test_a_runde_is_the_lap_of_a_case_and_the_round_of_a_result() -> None:
    assert _found("cases", "Fall", "Lauf", "Fahrer", "Runde")[0]["lap"] == "Runde"
    assert _found("results", "Runde", "Fahrer", "Platz")[0]["round"] == "Runde"


def test_two_words_for_one_field_are_named() -> None:
    found, problems = _found("results", "Round", "Driver", "Place finale", "Rang")
    assert "place" not in found
    assert [str(each) for each in problems] == [
        "book!tab!D1: Both 'Rang' here and 'Place finale' in C1 can be the place; neither column is read. "
        "Name the right one in league.yaml: columns: {place: Rang}."
    ]
    assert not problems[0].blocks
    assert _found("results", "Round", "Driver", "Place finale", "Rang", place="Rang")[0]["place"] == "Rang"


def test_more_words_bring_no_more_warnings() -> None:
    """Own columns that are near to words of another language only."""
    for header in ("Platte", "Pilots", "Tour", "Rangs", "Temp", "Girl", "Postal"):
        assert _found("results", "Round", "Driver", header)[1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_belongs_to_two_fields_of_a_kind(kind: str) -> None:
    fields = KINDS[kind].fields
    owners: dict[str, set[str]] = {}
    for field in fields:
        for text in (*field.headers, *field.synonyms):
            owners.setdefault(header_key(text), set()).add(field.name)
    assert {text: names for text, names in owners.items() if len(names) > 1} == {}
    maybe = [header_key(text) for field in fields for text in field.maybe]
    assert [text for text in maybe if text in owners] == []


def test_every_word_belongs_to_a_field() -> None:
    for table in (HEADERS, MAYBE):
        named = {(kind, name) for kind, fields in table.items() for name in fields}
        assert named <= {(kind.name, field.name) for kind in KINDS.values() for field in kind.fields}


def test_every_kind_has_words_for_what_it_needs() -> None:
    needed = [(kind.name, each) for kind in KINDS.values() for each in kind.fields if each.required]
    assert [(kind, field.name) for kind, field in needed if len(field.synonyms) < 4] == []
