"""Headers of columns about rounds, sessions and what was raced."""

from __future__ import annotations

from sheets_sync.records.vocabulary.languages import words

ROUND = words(
    en="rd, rnd, round no., round number, championship round",
    fr="manche, épreuve, étape, n° de manche",
    de="lauf, rennlauf, saisonlauf, wertungslauf, rennwochenende",
    es="ronda, prueba, jornada, cita",
    it="tappa, prova, round",
    pt="etapa, ronda, rodada, prova, jornada",
)
MAYBE_ROUND = words(
    en="event, race, race no., gp, grand prix, r",
    fr="course",
    de="rennen, rennen nr., grosser preis",
    es="carrera, gran premio",
    it="gara, gran premio",
    pt="corrida, grande prémio, grande prêmio",
)
"""Usual names of the round that may also be a session, or a race's name."""
MAYBE_ROUND_OR_LAP = (*MAYBE_ROUND, "runde")
"""Where laps have no column under that German word."""
FROM_ROUND = words(
    en="first round, starting round, as of round",
    fr="à partir de la manche, dès la manche, depuis la manche, manche",
    de="ab lauf, ab runde, ab rennen, lauf",
    es="desde la ronda, a partir de la ronda, desde la prueba, ronda",
    it="dalla tappa, dal round, dalla prova, tappa",
    pt="a partir da etapa, desde a etapa, da etapa, etapa, ronda",
)
SESSION = words(fr="séance", de="sitzung, durchgang", es="sesión", it="sessione", pt="sessão")
PLACE = words(
    en="finish, finishing position, finish position, finish pos, rank, race position, final position, "
    "overall position, placing",
    fr="place, position, classement, rang, arrivée, place finale, position finale",
    de="platz, position, platzierung, rang, pl., zielplatz, zielposition, endposition",
    es="posición, puesto, clasificación, lugar, llegada, posición final",
    it="posizione, posto, piazzamento, classifica, arrivo, posizione finale",
    pt="posição, lugar, classificação, colocação, chegada, posição final",
)
STATUS = words(
    en="finish status, race status, finishing status",
    fr="statut, état",
    de="status, rennstatus",
    es="estado, situación",
    it="stato, esito",
    pt="estado, situação",
)
TOTAL_TIME = words(
    en="finish time, finishing time, overall time, official time",
    fr="temps, temps total, temps de course, durée",
    de="zeit, gesamtzeit, rennzeit, zielzeit, endzeit",
    es="tiempo, tiempo total, tiempo de carrera, tiempo final",
    it="tempo, tempo totale, tempo di gara, tempo gara",
    pt="tempo, tempo total, tempo de corrida, tempo de prova, tempo final",
)
BEST_LAP = words(
    en="fastest lap time, best lap time, fl, fl time, fast lap, lap time, quali time, "
    "qualifying time, q time",
    fr="meilleur tour, meilleur temps, tour le plus rapide, meilleur temps au tour, temps au tour, "
    "temps de qualification",
    de="schnellste runde, beste runde, bestzeit, beste rundenzeit, schnellste rundenzeit, rundenzeit, "
    "qualifyingzeit, quali-zeit",
    es="mejor vuelta, vuelta rápida, vuelta más rápida, mejor tiempo, tiempo de vuelta, "
    "tiempo de clasificación",
    it="miglior giro, giro veloce, giro più veloce, miglior tempo, tempo sul giro, tempo di qualifica",
    pt="melhor volta, volta mais rápida, volta rápida, melhor tempo, tempo de volta, tempo de qualificação",
)
GAP = words(
    en="gap to leader, gap to winner, gap to first, time gap, diff, difference, behind, delta, margin",
    fr="écart, retard, écart au premier, écart avec le leader",
    de="abstand, rückstand, rückstand auf p1, abstand zum ersten, differenz",
    es="diferencia, diferencia con el líder, distancia al líder, dif.",
    it="distacco, distacco dal primo, ritardo, gap",
    pt="diferença, diferença para o líder, distância para o líder, dif.",
)
INTERVAL = words(
    en="int, int., interval to next, gap to next, gap ahead, gap to car ahead",
    fr="intervalle, écart au précédent",
    de="intervall, abstand zum vordermann",
    es="intervalo, diferencia con el anterior",
    it="intervallo, distacco dal precedente",
    pt="intervalo, diferença para o anterior",
)
LAPS = words(
    en="laps completed, completed laps, lap count, no. of laps, number of laps, laps driven",
    fr="tours, nombre de tours, nb de tours, nb tours, tours effectués",
    de="runden, rundenzahl, anzahl runden, gefahrene runden",
    es="vueltas, número de vueltas, nº de vueltas, vueltas completadas",
    it="giri, numero di giri, n. giri, giri completati",
    pt="voltas, número de voltas, nº de voltas, voltas completadas",
)
OF_LAPS = words(
    en="race laps, total laps, laps of the race",
    fr="tours prévus, sur tours",
    de="von runden, geplante runden, renndistanz runden",
    es="vueltas previstas, de vueltas",
    it="giri previsti, di giri",
    pt="voltas previstas, de voltas",
)
GRID = words(
    en="start position, starting position, start pos, grid position, grid pos, grid place, starting grid, "
    "qualifying position, quali pos",
    fr="grille, départ, position de départ, place de départ, grille de départ, position sur la grille",
    de="startplatz, startposition, startaufstellung, startpos.",
    es="parrilla, salida, posición de salida, parrilla de salida, puesto de salida",
    it="griglia, partenza, posizione di partenza, griglia di partenza, posizione in griglia",
    pt="grelha, largada, posição de largada, grelha de partida, grid de largada, posição de partida",
)
LAPS_LED = words(
    en="laps lead, laps in lead",
    fr="tours en tête, tours menés",
    de="führungsrunden, geführte runden, runden in führung",
    es="vueltas lideradas, vueltas en cabeza",
    it="giri in testa, giri al comando",
    pt="voltas na liderança, voltas lideradas",
)
INCIDENTS = words(
    en="incident points, incs, inc points, incident count",
    fr="points d'incident, nombre d'incidents",
    de="vorfälle, zwischenfälle, incidentpunkte, vorfallpunkte",
    es="incidentes, puntos de incidente",
    it="incidenti, punti incidente",
    pt="incidentes, pontos de incidente",
)
UNSERVED = words(
    en="not served, unserved penalties, unserved pen, pen, not served (s), unserved time",
    fr="pénalité non purgée, pénalités non purgées, non purgée",
    de="nicht abgesessen, nicht verbüsst, offene strafe, nicht angetretene strafe",
    es="sanción no cumplida, penalización no cumplida, no cumplida",
    it="penalità non scontata, non scontata",
    pt="penalização não cumprida, punição não cumprida, não cumprida",
)
SECTORS = words(
    en="sectors driven, sec",
    fr="secteurs",
    de="sektoren",
    es="sectores",
    it="settori",
    pt="setores, sectores",
)
PART = words(
    en="race part", fr="partie", de="teil, rennteil", es="parte", it="parte di gara", pt="parte da corrida"
)
DISCONNECTED_AT = words(
    en="lost connection at, disconnect time",
    fr="déconnecté à, déconnexion à",
    de="verbindungsabbruch um, getrennt um",
    es="desconectado a las, hora de desconexión",
    it="disconnesso alle, ora di disconnessione",
    pt="desconectado às, hora da desconexão",
)
DISCONNECTED_FOR = words(
    en="share missed, missed",
    fr="déconnecté pendant, part manquée",
    de="verpasster anteil, getrennt für",
    es="desconectado durante, parte perdida",
    it="disconnesso per, parte persa",
    pt="desconectado durante, parte perdida",
)
CIRCUIT = words(
    en="race track, venue, location",
    fr="circuit, piste, tracé, lieu",
    de="strecke, rennstrecke, kurs, ort",
    es="circuito, pista, trazado, autódromo",
    it="circuito, pista, tracciato, autodromo",
    pt="circuito, pista, traçado, autódromo",
)
WEATHER = words(
    en="weather conditions, conditions",
    fr="météo, temps météo",
    de="wetter, wetterbedingungen",
    es="clima, meteorología, tiempo meteorológico",
    it="meteo, condizioni meteo",
    pt="clima, condições meteorológicas, meteorologia",
)
TYRE_WEAR = words(
    en="tire wear, tyre wear rate",
    fr="usure des pneus, usure pneus",
    de="reifenverschleiss, reifenabnutzung",
    es="desgaste de neumáticos, desgaste neumáticos",
    it="usura gomme, usura pneumatici",
    pt="desgaste de pneus, desgaste dos pneus",
)
FUEL = words(
    en="fuel rate, fuel usage, fuel multiplier",
    fr="carburant, consommation, consommation de carburant",
    de="benzin, kraftstoff, verbrauch, kraftstoffverbrauch, spritverbrauch",
    es="combustible, consumo, consumo de combustible, gasolina",
    it="carburante, consumo, consumo carburante, benzina",
    pt="combustível, consumo, consumo de combustível, gasolina",
)
BRIEFING = words(
    en="drivers' briefing, driver briefing, drivers briefing",
    fr="briefing pilotes, briefing des pilotes",
    de="fahrerbesprechung, fahrerbriefing",
    es="briefing de pilotos, reunión de pilotos",
    it="briefing piloti, riunione piloti",
    pt="briefing de pilotos, reunião de pilotos",
)
COMPLETED = words(
    en="distance completed, distance driven, share driven, % completed, percent completed",
    fr="distance parcourue, parcouru, distance effectuée",
    de="gefahren, distanz, gefahrene distanz, anteil gefahren",
    es="distancia recorrida, completado, distancia",
    it="distanza percorsa, completato, distanza",
    pt="distância percorrida, concluído, distância",
)
DRIVERS_LOST = words(
    en="drivers hit, drivers affected, cars lost",
    fr="pilotes touchés, pilotes perdus, nombre de pilotes",
    de="betroffene fahrer, anzahl fahrer, fahrer verloren",
    es="pilotos afectados, pilotos perdidos",
    it="piloti coinvolti, piloti persi",
    pt="pilotos afetados, pilotos perdidos",
)
CAUSE = words(
    en="reason", fr="cause, raison", de="ursache, grund", es="causa, motivo", it="causa", pt="causa"
)
RESTARTED = words(
    en="restart, race restarted, run again",
    fr="relancée, redémarrée, relancé",
    de="neu gestartet, neustart, wiederholt",
    es="reiniciada, reiniciado, repetida",
    it="ripartita, ripetuta, ripartenza",
    pt="reiniciada, recomeçada, repetida",
)
