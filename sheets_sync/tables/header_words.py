"""How coordinators call our columns in a header of their own, in six languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sheets_sync.records.names import header_key
from sheets_sync.records.vocabulary import columns_people as people
from sheets_sync.records.vocabulary import columns_racing as racing
from sheets_sync.records.vocabulary import columns_stewarding as stewarding
from sheets_sync.records.vocabulary.languages import Words, words
from sheets_sync.tables.table import Column

POINTS = words(
    en="pts, pts., total points, points total, total pts, championship points",
    fr="pts, points, total, total points, points totaux, total des points",
    de="punkte, pkt, pkt., pkte, ges., gesamt, gesamtpunkte, summe, punkte gesamt",
    es="puntos, pts, ptos, ptos., total, puntos totales, total puntos",
    it="punti, pti, totale, punti totali, totale punti",
    pt="pontos, pts, total, pontos totais, total de pontos",
)
CHANGE = words(
    en="+/-, ±, change, chg, move, trend, δ",
    fr="évolution, évol.",
    de="änderung, veränderung, tendenz",
    es="cambio, variación",
    it="variazione, var.",
    pt="variação, mudança",
)
PENALTY = words(
    en="pen, pens, penalty, penalties, penalty points, deductions",
    fr="pénalité, pénalités, pén.",
    de="strafe, strafen, strafpunkte, abzug, abzüge",
    es="penalización, penalizaciones, sanción, sanciones",
    it="penalità, penalizzazione, penalizzazioni",
    pt="penalização, penalizações, penalidade, penalidades",
)
DROPPED = words(
    en="drops, dropped rounds, dropped scores",
    fr="résultats retirés",
    de="streicher, streichergebnis, streichergebnisse",
    es="descartes, descartados",
    it="scarti",
    pt="descartes, descartados",
)
BONUS = words(
    en="bonus points", de="bonuspunkte, zusatzpunkte", fr="points bonus", es="bonificación", pt="bónus"
)
_RANK = words(en="p, pos, rank, place, standing", fr="rg", es="pos, nº pos", it="pos", pt="pos")

BY_TITLE: Mapping[str, Words] = {
    "Pos": (*racing.PLACE, *_RANK),
    "+/-": CHANGE,
    "Driver": (*people.DRIVER, *people.MAYBE_DRIVER, "name"),
    "Drivers": (*people.MAYBE_DRIVER, "fahrer"),
    "Team": (*people.TEAM, "teams"),
    "No.": people.NUMBER,
    "Points": POINTS,
    "Pen.": PENALTY,
    "Penalty": PENALTY,
    "Dropped": DROPPED,
    "Bonus": BONUS,
    "Round": racing.ROUND,
    "Session": racing.SESSION,
    "Pool": people.POOL,
    "Status": racing.STATUS,
    "Time": racing.TOTAL_TIME,
    "Best lap": racing.BEST_LAP,
    "Grid": racing.GRID,
    "Reason": stewarding.REASON,
    "Article": stewarding.ARTICLE,
}
"""Our own header -> the words for the same."""
_ROUNDS = ("r", "round", "rd", *racing.ROUND, *racing.MAYBE_ROUND_OR_LAP)


_FIELDS = {"Pos": "place", "Driver": "driver", "Team": "team", "No.": "number"}
"""Our own header -> the field of records that says the same."""


def field_of(column: Column) -> str:
    """The field of records whose headers a league may have words of its own for."""
    return _FIELDS.get(column.title, column.key)


def round_texts(number: int, circuits: Iterable[str] = ()) -> Words:
    """How the column of a round may be called beside its name: ``R3``, ``3``, ``Manche 3``, its circuit."""
    counted = [text for word in _ROUNDS for text in (f"{word} {number}", f"{word}{number}")]
    return (str(number), *counted, *circuits)


def own_texts(column: Column) -> frozenset[str]:
    """The folded headers that are ours: the title and the key."""
    return frozenset(map(header_key, (column.title, column.key)))


def other_texts(column: Column) -> frozenset[str]:
    """The folded headers that mean the same."""
    return frozenset(map(header_key, (*column.also, *BY_TITLE.get(column.title, ()))))
