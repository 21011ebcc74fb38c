"""What leagues call their tabs, in the six languages they are kept in: words that speak for a record kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from sheets_sync.records.names import fold

OWN = "own tables"
"""What a tab is about that shows what was reckoned: standings and the like."""

_WORDS: Mapping[str, str] = {
    "entries": """entries entry entrants drivers driver roster sign-ups registrations registration qualifiers
        participants grid-list members lineup teilnehmer teilnehmerliste fahrer fahrerliste meldungen
        anmeldungen starterfeld nennliste pilotes engages inscrits inscriptions participants pilotos
        inscritos inscripciones inscricoes participantes piloti iscritti iscrizioni partecipanti elenco""",
    "calendar": """calendar schedule season-plan dates events rennkalender kalender termine zeitplan
        calendrier calendario agenda programme horaires fechas etapas datas gare""",
    "results": """results result race qualifying quali q classification finish final finals sprint feature
        heat heats ergebnisse ergebnis rennergebnisse rennen quali qualifikation lauf resultats resultat
        course classement qualifications resultados resultado carrera clasificacion corrida risultati
        risultato gara qualifica prova""",
    "choices": """choice choices pool-choice preferences preference wahl poolwahl choix eleccion escolha
        scelta""",
    "swaps": "swap swaps exchange tausch tauschen echange cambio troca scambio",
    "moves": "move moves switch switches wechsel umzug changement traslado mudanca spostamenti",
    "sign_outs": """sign-outs sign-out signout absences absence apologies abmeldungen abmeldung abwesend
        absents ausencias ausencia bajas faltas assenze assenza""",
    "attendance": """attendance briefing briefings presence present anwesenheit presences asistencia presenca
        presencas presenze""",
    "replacements": """replacements replacement substitutes reserves ersatz nachruecker nachrucker remplacants
        remplacement sustitutos sustituciones substitutos substituicoes sostituzioni""",
    "transfers": """transfers transfer moves division-changes wechsel transferts traspasos transferencias
        trasferimenti""",
    "cases": """penalties penalty incidents incident stewards enquiries inquiries cases reports protests
        complaints strafen strafe vorfaelle vorfalle proteste rennleitung penalites incidents reclamations
        commissaires sanciones sancion incidentes comisarios punicoes penalidades protestos sanzioni
        penalita incidenti commissari""",
    "votes": "votes vote voting panel abstimmung stimmen votes votos votacion votacao voti",
    "interruptions": """interruptions disconnections disconnects race-director log broken-races red-flags
        unterbrechungen abbrueche abbruche interruptions interrupciones interrupcoes interruzioni""",
    "awards": "awards fair-play fairplay bonus bonuses lag-checks auszeichnungen premios premi recompenses",
    "decisions": """exceptions organisers organizers decisions overrides ausnahmen entscheidungen decisiones
        decisoes decisioni exceptions""",
    "opening": """opening carry-over carryover balances brought-forward tracker uebertrag ubertrag vortrag
        report arrastre saldo riporto""",
    "blacklist": "blacklist banned bans sperrliste gesperrt bannis exclus vetados banidos banned-list",
    "approvals": "approvals signatures signature freigaben unterschriften firmas assinaturas firme",
    "answers": "answers decisions antworten entscheidungen reponses respuestas respostas risposte",
    "aliases": "aliases alias nicknames spellings spitznamen surnoms apodos apelidos soprannomi",
    OWN: """standings standing championship points table ranking totals tabelle wertung
        gesamtwertung punkte meisterschaft stand classement general championnat points clasificacion general
        campeonato tabla puntos classificacao tabela pontos classifica campionato punti leaderboard""",
}
_BREAK = re.compile(r"[\W_]+")


def _key(text: str) -> str:
    """Without spaces and dashes, in which tabs of one name differ."""
    return _BREAK.sub("", fold(text))


_KNOWN: Mapping[str, frozenset[str]] = {
    about: frozenset(map(_key, text.split())) for about, text in _WORDS.items()
}


def says(name: str, about: str) -> float:
    """How far a tab's name speaks for a record kind, or for our own tables: 1 where it is one of its words,
    less where it holds one among others, 0 where it doesn't."""
    words = _KNOWN.get(about, frozenset())
    if _key(name) in words:
        return 1.0
    parts = [part for part in _BREAK.split(fold(name)) if part]
    pairs = ["".join(pair) for pair in pairwise(parts)]
    hits = [part for part in (*parts, *pairs) if part in words]
    return 0.7 if hits else 0.0
