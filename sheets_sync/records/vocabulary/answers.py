"""Words of cells with few possible answers: yes and no, verdicts, rulings, roles, parts, sessions."""

from __future__ import annotations

from collections.abc import Mapping

from sheets_sync.records.vocabulary.languages import Words, words

YES = words(
    en="yes, y, ok, x, true, 1, ✓, ✔, ☑, ✅, confirmed",
    fr="oui, vrai, confirmé, confirmée",
    de="ja, j, wahr, bestätigt",
    es="sí, s, verdadero, confirmado, confirmada",
    it="sì, vero, confermato, confermata",
    pt="sim, verdadeiro",
)
NO = words(
    en="no, n, false, 0, -, pending, ✗, ✘, ✕, ❌, ☐",
    fr="non, faux, en attente",
    de="nein, falsch, offen, ausstehend",
    es="falso, pendiente",
    it="in attesa",
    pt="não, pendente",
)
VERDICTS: Mapping[str, Words] = {
    "penalty": words(
        en="penalty, guilty, penalised, penalized, sanctioned",
        fr="pénalité, sanction, coupable, pénalisé, pénalisée, sanctionné, sanctionnée",
        de="strafe, schuldig, bestraft",
        es="sanción, penalización, culpable, sancionado, sancionada, penalizado, penalizada",
        it="penalità, sanzione, colpevole, penalizzato, penalizzata, sanzionato",
        pt="penalização, penalidade, punição, culpado, penalizado, penalizada, punido",
    ),
    "no action": words(
        en="no action, dismissed, nfa, no further action, no penalty, not guilty, racing incident, rejected",
        fr="sans suite, aucune pénalité, pas de pénalité, aucune sanction, non coupable, incident de course, "
        "rejeté, rejetée, classé sans suite",
        de="keine strafe, keine massnahme, nicht schuldig, rennunfall, rennzwischenfall, abgewiesen, "
        "abgelehnt, eingestellt",
        es="sin sanción, sin acción, sin penalización, no culpable, incidente de carrera, lance de carrera, "
        "desestimado, desestimada, archivado",
        it="nessuna penalità, nessuna azione, nessuna sanzione, non colpevole, incidente di gara, respinto, "
        "respinta, archiviato",
        pt="sem penalização, sem ação, sem punição, sem penalidade, inocente, incidente de corrida, "
        "toque de corrida, rejeitado, arquivado",
    ),
}
RULINGS: Mapping[str, Words] = {
    "upheld": words(
        en="upheld, confirmed",
        fr="confirmé, confirmée, maintenu, maintenue",
        de="bestätigt, aufrechterhalten",
        es="confirmado, confirmada, mantenido, mantenida",
        it="confermato, confermata, mantenuto",
        pt="confirmado, confirmada, mantido, mantida",
    ),
    "overturned": words(
        en="overturned, reversed, annulled",
        fr="annulé, annulée, infirmé, infirmée",
        de="aufgehoben",
        es="anulado, anulada, revocado, revocada",
        it="annullato, annullata, revocato",
        pt="anulado, anulada, revogado, revogada",
    ),
}
ROLES: Mapping[str, Words] = {
    "driver": words(
        en="driver, full time, fulltime, full-time driver, qualified, main, main driver, regular, titular",
        fr="pilote, titulaire, pilote titulaire",
        de="fahrer, stammfahrer, stammpilot",
        es="piloto, piloto titular",
        it="pilota, titolare, pilota titolare",
        pt="efetivo, piloto efetivo",
    ),
    "reserve": words(
        en="reserve, reserve driver, res, sub, substitute",
        fr="réserve, réserviste, remplaçant, remplaçante, suppléant",
        de="ersatz, ersatzfahrer, reservefahrer, springer",
        es="reserva, suplente, piloto reserva",
        it="riserva, pilota di riserva",
        pt="suplente, piloto suplente",
    ),
    "guest": words(
        en="guest, guest driver, wildcard, wild card",
        fr="invité, invitée",
        de="gast, gastfahrer, gaststarter",
        es="invitado, invitada",
        it="ospite",
        pt="convidado, convidada",
    ),
    "candidate": words(
        en="candidate, applicant",
        fr="candidat, candidate",
        de="kandidat, anwärter, bewerber",
        es="candidato, aspirante",
        it="candidato, candidata",
        pt="candidata",
    ),
}
PARTS: Mapping[str, Words] = {
    "first": words(
        en="first, main, 1, first part", fr="première", de="erster, erster teil", es="primera", it="prima"
    ),
    "restart": words(
        en="restart, sprint, rerun, 2, second part",
        fr="relance, deuxième, seconde",
        de="neustart, zweiter teil",
        es="reinicio, segunda",
        it="ripartenza, seconda",
        pt="reinício, relargada",
    ),
    "photo": words(en="photo, grid photo", de="foto", es="foto"),
}
SESSIONS: Mapping[str, Words] = {
    "qualifying": words(
        en="qualification, quali, qualy, q, qualifier, qualifiers, qual",
        fr="qualif, qualifs, qualifications, essais qualificatifs",
        de="qualifikation, zeittraining",
        es="clasificación, calificación",
        it="qualifica, qualifiche, prove ufficiali",
        pt="qualificação, classificação, treino classificatório",
    ),
    "race": words(en="grand prix, gp", fr="course", de="rennen", es="carrera", it="gara", pt="corrida"),
    "sprint": words(
        en="sprint race",
        fr="course sprint",
        de="sprintrennen",
        es="carrera sprint, carrera al sprint",
        it="gara sprint",
        pt="corrida sprint",
    ),
    "feature": words(
        en="feature race, main race",
        fr="course principale",
        de="hauptrennen",
        es="carrera principal",
        it="gara principale",
        pt="corrida principal",
    ),
}
"""Session of a programme -> other words for it; a word of two sessions counts where only one is held."""
ROUND = words(
    en="round, rd, rnd, r, event",
    fr="manche, épreuve, étape",
    de="lauf, runde, rennlauf",
    es="ronda, prueba, fecha, jornada, cita",
    it="tappa, prova",
    pt="etapa, rodada",
)
"""What stands before, or after, the number of a round."""
RACE = words(en="race", fr="course", de="rennen", es="carrera", it="gara", pt="corrida")
"""The same, where a round has only one race."""
SERIES = words(
    en="series, season, all, all rounds",
    fr="saison, série, toutes, toutes les manches, tout",
    de="saison, serie, alle, alle läufe, alle rennen",
    es="temporada, serie, todas, todas las rondas, todas las carreras",
    it="stagione, tutte, tutte le gare",
    pt="época, todas, todas as etapas, todas as corridas",
)
"""All rounds that are left."""
TOTALS = words(
    en="total, totals, sum, subtotal, sub-total, count, average, avg, mean, median, grand total, totaal, "
    "gemiddelde",
    fr="somme, moyenne, sous-total, total général, médiane",
    de="summe, gesamt, gesamtsumme, zwischensumme, insgesamt, anzahl, durchschnitt, mittelwert",
    es="suma, promedio, totales, suma total, total general",
    it="totale, media, somma, totali, totale generale",
    pt="soma, média, totais, total geral",
)
LEADING = words(
    en="leader, lead, winner, gap, interval, int",
    fr="vainqueur, en tête, tête",
    de="sieger, führender, führt",
    es="líder, ganador",
    it="vincitore, in testa",
    pt="líder, vencedor",
)
"""What stands in the column of gaps beside the car that they count from."""
NOTHING = words(
    en="-, --, ---, –, —, n/a, n.a., nt, no time, no time set, no lap, none",
    fr="pas de temps, sans temps, aucun temps",
    de="keine zeit, ohne zeit, k.a.",
    es="sin tiempo",
    it="senza tempo, nessun tempo",
    pt="sem tempo",
)
"""What stands in a cell of a place, a time or a gap that has none."""
LAPS = words(
    en="lap, laps, l, lp",
    fr="tour, tours, t",
    de="runde, runden, rd, rdn",
    es="vuelta, vueltas, v",
    it="giro, giri, g",
    pt="volta, voltas",
)
"""What stands after the number of laps in a gap."""
