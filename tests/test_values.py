"""Values as people write them, in the languages of real leagues; each result was worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sheets_sync.cells import Cell, CellRef, Value
from sheets_sync.league_file import DateOrder
from sheets_sync.records import numbers, sign_out_lines, times, words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.durations import Gap, gap_in
from sheets_sync.records.fields import Scalar, Unreadable
from sheets_sync.records.synonyms import synonyms_of

ZONE = ZoneInfo("Europe/Paris")
STATUSES = {"fin": "FIN", "dnf": "DNF", "ret": "DNF", "dns": "DNS", "dsq": "DSQ", "no show": "NS", "ns": "NS"}
SESSIONS = {"qualifying": "qualifying", "race": "race"}
POOLS = {"pool 1": "Pool 1", "pool 2": "Pool 2", "alpha": "ALPHA", "group x": "Group X", "room x": "Room X"}
ROUNDS = {"monza": 3} | {word: n for n in range(1, 13) for word in (str(n), f"r{n}", f"round {n}")}


def _read(scalar: Scalar, value: Value, number_format: str = "", dates: DateOrder = "") -> Any:
    synonyms = synonyms_of(STATUSES, SESSIONS, POOLS, {"DNF": ["kaputt"]})
    context = ReadingContext(
        ZONE, ROUNDS, POOLS, SESSIONS, STATUSES, dates=dates, synonyms=synonyms, round_names=("R1", "R2")
    )
    return scalar(Cell(CellRef("book", "tab", 2, 1), value, number_format, None), context)


@pytest.mark.parametrize(
    "text",
    [
        "1:23.456", "1:23,456", "1.23,456", "1.23.456", "83.456", "83,456", "1'23\"456", "1′23″456",
        "1'23''456",
        "1’23.456", "1:23:456", "1m23.456s", "1m 23.456", "1 min 23,456 s", "83.456 s", "0:01:23.456",
        "\u00a01:23.456\u202f", "１：２３．４５６", "1:23.456*", "1:23.456 †", "🏁 1:23.456", "1:23.4560",
    ],
)  # fmt: skip
def test_one_lap_in_every_writing(text: str) -> None:
    assert _read(times.duration, text) == 83_456


@pytest.mark.parametrize(
    ("value", "number_format", "ms"),
    [
        ("45:12.3", "", 2_712_300),
        ("1:02:03.4", "", 3_723_400),
        ("1h02:03.4", "", 3_723_400),
        ("1h02m03.4s", "", 3_723_400),
        ("1.02.03,4", "", 3_723_400),
        ("1:23", "", 83_000),
        (83.456, "0.000", 83_456),
        (83.456 / 86_400, "mm:ss.000", 83_456),
        (83.456 / 86_400, "dd/mm/yyyy", 83_456),  # a duration that a spreadsheet shows as a date
    ],
)
def test_other_times(value: Value, number_format: str, ms: int) -> None:
    assert _read(times.duration, value, number_format) == ms


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("+1.234", Gap(1_234)),
        ("+ 1,234", Gap(1_234)),
        ("＋1.234", Gap(1_234)),
        ("+1:02.3", Gap(62_300)),
        ("1.234", Gap(1_234, signed=False)),
        ("+1 lap", Gap(laps=1)),
        ("+2 laps", Gap(laps=2)),
        ("−1 Lap", Gap(laps=1)),
        ("1 Runde", Gap(laps=1)),
        ("1 tour", Gap(laps=1)),
        ("2 giri", Gap(laps=2)),
        ("1 vuelta", Gap(laps=1)),
        ("3 voltas", Gap(laps=3)),
        ("+1L", Gap(laps=1)),
        ("DNF", None),
        ("", None),
    ],
)
def test_gaps(text: str, gap: Gap | None) -> None:
    assert gap_in(text) == gap


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "P3",
        "p3",
        "P 3",
        "3rd",
        "3.",
        "3º",
        "3°",
        "3e",
        "3ème",
        "#3",
        "３",
        "3*",
        "🥉 3",
        "Platz 3",
        "3 ",
        "Pos. 3",
    ],
)
def test_the_third_place(text: str) -> None:
    assert _read(numbers.place, text) == 3


@pytest.mark.parametrize("text", ["1", "1er", "1ère", "1st", "P1", "1º", "🥇1"])
def test_the_first_place(text: str) -> None:
    assert _read(numbers.place, text) == 1


@pytest.mark.parametrize(
    ("scalar", "text", "value"),
    [
        (numbers.whole, "−3", -3),
        (numbers.whole, "１２", 12),
        (numbers.laps, "25 laps", 25),
        (numbers.laps, "25 Runden", 25),
        (numbers.laps, "25 T.", 25),
        (numbers.number, "−1,5", Fraction(-3, 2)),
        (numbers.number, "1\u202f250,5", Fraction(2501, 2)),
        (numbers.number, "12.10", Fraction(121, 10)),
        (numbers.share, "40\u00a0%", Fraction(2, 5)),
        (numbers.share, "４０％", Fraction(2, 5)),
    ],
)
def test_numbers(scalar: Scalar, text: str, value: object) -> None:
    assert _read(scalar, text) == value


@pytest.mark.parametrize("text", ["1 2", "12 34", "1 2500", "1.234,5"])
def test_what_could_be_two_numbers_is_none(text: str) -> None:
    with pytest.raises(Unreadable, match=rf"'{text}' is no number\."):
        _read(numbers.number, text)


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-25", "2023/09/25", "25.09.2023", "25. 9. 2023", "25.09.23", "25/09/2023", "09/25/2023",
        "25-09-2023",
        "25 September 2023", "25. September 2023", "25th of September 2023", "Sept 25, 2023",
        "September 25 2023",
        "25 septembre 2023", "25 sept. 2023", "25 de septiembre de 2023", "25 de setembro de 2023",
        "25 settembre 2023",
        "25-Sep-2023", "lunedì 25 set 2023", "Mo, 25.09.2023", "Monday, 25 September 2023",
        "lundi 25 septembre 2023",
        "segunda-feira, 25 de setembro de 2023",
    ],
)  # fmt: skip
def test_one_day_in_every_writing(text: str) -> None:
    assert _read(times.day, text) == date(2023, 9, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1er mai 2023", date(2023, 5, 1)),
        ("3 mars 2023", date(2023, 3, 3)),
        ("3. März 2023", date(2023, 3, 3)),
        ("mar 3 oct 2023", date(2023, 10, 3)),  # mardi, a Tuesday
        ("Mar 3, 2023", date(2023, 3, 3)),
        ("1 gen 2024", date(2024, 1, 1)),
        ("6 ago 2023", date(2023, 8, 6)),
        ("31. Dez. 2023", date(2023, 12, 31)),
        ("5 févr. 2024", date(2024, 2, 5)),
    ],
)
def test_months_in_six_languages(text: str, day: date) -> None:
    assert _read(times.day, text) == day


def test_a_date_of_birth_has_a_whole_year() -> None:
    assert _read(times.born, "25.09.1985") == date(1985, 9, 25)
    assert _read(times.born, "1985-09-25") == date(1985, 9, 25)
    with pytest.raises(Unreadable, match=r"'25\.09\.85' has a year of two digits\."):
        _read(times.born, "25.09.85")


def test_a_date_that_can_be_two_is_read_where_the_spreadsheet_says_how() -> None:
    assert _read(times.day, "03/04/2023", dates="day first") == date(2023, 4, 3)
    assert _read(times.day, "03/04/2023", dates="month first") == date(2023, 3, 4)
    assert _read(times.day, "03.04.2023", dates="month first") == date(2023, 4, 3)
    assert _read(times.day, "03/04/23", dates="day first") == date(2023, 4, 3)
    with pytest.raises(Unreadable) as error:
        _read(times.day, "03/04/2023")
    assert str(error.value) == "'03/04/2023' can be two dates: 2023-04-03 or 2023-03-04."
    assert error.value.proposal == (
        "Write 2023-04-03, if it is that one. Or say in league.yaml what is first in this spreadsheet: "
        "'dates: day first'."
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("03/04/23", "'03/04/23' has a year of two digits."),
        ("31 September 2023", "'31 September 2023' is no date."),
        ("25 September", "'25 September' is no date."),
        ("Tuesday 25 September 2023", "'Tuesday 25 September 2023': 2023-09-25 is another day of the week."),
    ],
)
def test_dates_that_are_none(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as error:
        _read(times.day, text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "text",
    ["21:00", "21h00", "21h", "9:00 PM", "9 p.m.", "21 Uhr", "21:00 Uhr", "21.00", "21:00:00", "２１：００"],
)
def test_nine_in_the_evening(text: str) -> None:
    assert _read(times.clock, text) == time(21)


@pytest.mark.parametrize(
    "text",
    [
        "2023-09-25 21:00", "2023-09-25T21:00", "25/09/2023 21h00", "25/09/2023 21:00:00",
        "25.09.2023, 21:00 Uhr",
        "25 septembre 2023 à 21h00", "lunedì 25 set 2023 alle 21:00", "Sept 25, 2023 at 9:00 PM",
        "25 de setembro de 2023 às 21h",
    ],
)  # fmt: skip
def test_one_moment_in_every_writing(text: str) -> None:
    assert _read(times.moment, text) == datetime(2023, 9, 25, 21, tzinfo=ZONE)


@pytest.mark.parametrize("text", ["12:30 am", "00:30"])
def test_half_past_midnight(text: str) -> None:
    assert _read(times.clock, text) == time(0, 30)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DNF", "DNF"), ("dnf*", "DNF"), ("D.N.F.", "DNF"), ("DNF (engine)", "DNF"), ("💥 DNF", "DNF"),
        ("ret", "DNF"),
        ("Abandon", "DNF"), ("Ausfall", "DNF"), ("Ausgeschieden", "DNF"), ("Abandono", "DNF"),
        ("Ritirato", "DNF"),
        ("Desistência", "DNF"), ("kaputt", "DNF"), ("Non partant", "DNS"), ("Nicht gestartet", "DNS"),
        ("No salió", "DNS"), ("Non partito", "DNS"), ("Não largou", "DNS"), ("Disqualifié", "DSQ"),
        ("Disqualifiziert", "DSQ"), ("Descalificado", "DSQ"), ("Desqualificado", "DSQ"),
        ("Squalificato", "DSQ"),
        ("Unentschuldigt", "NS"), ("No-show", "NS"),
    ],
)  # fmt: skip
def test_statuses_in_six_languages(text: str, status: str) -> None:
    assert _read(words.status, text) == status


@pytest.mark.parametrize("text", ["Exclu", "Zurückgezogen", "DNF (DSQ)", "finito"])
def test_a_status_that_the_ruleset_has_not_or_that_could_be_two(text: str) -> None:
    with pytest.raises(Unreadable, match="There is no status"):
        _read(words.status, text)


@pytest.mark.parametrize(
    ("scalar", "text", "value"),
    [
        (words.yes, "✅", True), (words.yes, "✔️", True), (words.yes, "Sì", True), (words.yes, "sim", True),
        (words.yes, "❌", False), (words.yes, "NÃO", False), (words.yes, "nein", False),
        (words.verdict, "Sans suite", "no action"), (words.verdict, "Strafe", "penalty"),
        (words.verdict, "Nessuna penalità", "no action"), (words.verdict, "Sancionado", "penalty"),
        (words.ruling, "bestätigt", "upheld"), (words.ruling, "Anulado", "overturned"),
        (words.role, "Ersatzfahrer", "reserve"), (words.role, "Titulaire", "driver"),
        (words.role, "Full-time", "driver"),
        (words.role, "Invitado", "guest"), (words.session, "Rennen", "race"),
        (words.session, "Qualif'", "qualifying"),
        (words.session, "Gara", "race"), (words.round_number, "Manche 3", 3),
        (words.round_number, "3. Lauf", 3),
        (words.round_number, "Etapa 03", 3), (words.round_number, "3ª etapa", 3),
        (words.round_number, "Rd. 3", 3),
        (words.round_number, "#3", 3), (words.round_number, "Monza", 3),
        (words.round_number, "Manche 3 - Alcarràs", 3), (words.round_number, "R3: Spa (12 March)", 3),
    ],
)  # fmt: skip
def test_words_in_six_languages(scalar: Scalar, text: str, value: object) -> None:
    assert _read(scalar, text) == value


@pytest.mark.parametrize("text", ["Heat 3", "Manche 3 4", "R13", "Lauf", "3 - 4 March", "Heat 3 - Spa"])
def test_a_round_that_there_is_not(text: str) -> None:
    with pytest.raises(Unreadable, match=f"There is no round '{text}'"):
        _read(words.round_number, text)


def test_race_two_is_a_round_only_where_a_round_has_one_race() -> None:
    cell = Cell(CellRef("book", "tab", 2, 1), "Gara 2", "", None)
    one, two = ReadingContext(ZONE, ROUNDS, {}, SESSIONS), {"sprint": "sprint", "feature": "feature"}
    assert words.round_number(cell, one) == 2
    with pytest.raises(Unreadable, match="There is no round 'Gara 2'"):
        words.round_number(cell, replace(one, sessions=two))


@pytest.mark.parametrize("text", ["series", "Saison", "Temporada", "Stagione", "season", "toutes", "Alle"])
def test_the_rest_of_the_season(text: str) -> None:
    assert _read(sign_out_lines.round_or_series, text) == "series"


@pytest.mark.parametrize(
    ("text", "pool"),
    [
        ("Pool 1", "Pool 1"),
        ("1", "Pool 1"),
        ("Gruppe 1", "Pool 1"),
        ("Lobby 2", "Pool 2"),
        ("POOL-2", "Pool 2"),
        ("Groupe Alpha", "ALPHA"),
        ("Sala alpha", "ALPHA"),
        ("Room X", "Room X"),
    ],
)
def test_a_pool_with_another_word_before_it(text: str, pool: str) -> None:
    assert _read(words.pool, text) == pool


@pytest.mark.parametrize("text", ["3", "Gruppe 3", "X", "Lobby X", "Gruppe"])
def test_a_pool_that_there_is_not_or_that_could_be_two(text: str) -> None:
    with pytest.raises(Unreadable, match=f"There is no pool '{text}'"):
        _read(words.pool, text)
