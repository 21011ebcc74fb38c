"""Status of a ruleset -> other words for it. A word counts only where the ruleset has that status."""

from __future__ import annotations

from collections.abc import Mapping

from sheets_sync.records.vocabulary.languages import Words, words

STATUSES: Mapping[str, Words] = {
    "FIN": words(
        en="finish, finisher, classified",
        fr="arrivé, arrivée, classé, classée, terminé, à l'arrivée",
        de="im ziel, gewertet, beendet, angekommen",
        es="finalizado, finalizó, terminó, clasificado, clasificada",
        it="arrivato, arrivata, classificato, classificata, al traguardo",
        pt="terminou, concluiu, classificado, classificada",
    ),
    "DNF": words(
        en="did not finish, out, retirement, retire, not finished",
        fr="abandon, abandonné, abandonnée, abd, abd., ab, ab., non arrivé",
        de="ausfall, ausgefallen, ausgeschieden, aufgabe, aufgegeben, nicht im ziel",
        es="abandono, abandonó, abandonado, retirado, retirada, no terminó, no finalizó",
        it="ritirato, ritirata, ritiro, rit, rit., abbandono, non arrivato",
        pt="abandono, abandonou, desistiu, desistência, não terminou, não completou",
    ),
    "NC": words(
        en="unclassified, n/c",
        fr="non classé, non classée",
        de="nicht gewertet, nicht klassifiziert, nicht klassiert, ungewertet",
        es="no clasificado, no clasificada",
        it="non classificato, non classificata",
        pt="não classificado, não classificada",
    ),
    "RQ": words(en="rage-quit, rq'd"),
    "DISC": words(
        en="disconnect, disconnection, d/c, lost connection, dced, dc'd",
        fr="déconnecté, déconnectée, déconnexion, déco, perte de connexion",
        de="verbindungsabbruch, verbindung verloren, verbindungsverlust, disconnectet",
        es="desconectado, desconectada, desconexión",
        it="disconnesso, disconnessa, disconnessione, persa connessione",
        pt="desconectado, desconectada, desconexão, desligado, perdeu ligação",
    ),
    "DSQ": words(
        en="dq, disq, disq., disqualification, dsqd",
        fr="disqualifié, disqualifiée, disqualification",
        de="disqualifiziert, disqualifikation",
        es="descalificado, descalificada, descalificación",
        it="squalificato, squalificata, squalifica, sq, sq.",
        pt="desclassificado, desclassificada, desqualificado, desqualificada, desclassificação",
    ),
    "EX": words(
        en="exc, excl, exclusion",
        fr="exclu, exclue, exclusion",
        de="ausgeschlossen, ausschluss",
        es="excluido, excluida",
        it="escluso, esclusa",
        pt="excluído, excluída",
    ),
    "DNS": words(
        en="not started, no start, non starter, non-starter, did not participate",
        fr="non partant, non partante, np, n.p., absente, pas parti",
        de="nicht gestartet, nicht am start, kein start, abwesend, nicht teilgenommen",
        es="no salió, no largó, no participó, no tomó la salida, ausente",
        it="non partito, non partita, assente, non ha partecipato",
        pt="não partiu, não largou, não participou, ausente",
    ),
    "DNQ": words(
        en="not qualified",
        fr="non qualifié, non qualifiée",
        de="nicht qualifiziert",
        es="no calificado, no se clasificó",
        it="non qualificato, non qualificata",
        pt="não qualificado, não qualificada",
    ),
    "SO": words(
        en="sign-out, sign out, excused",
        fr="excusé, excusée, absence excusée, absent excusé",
        de="abgemeldet, entschuldigt, abmeldung",
        es="justificado, ausencia justificada, excusado",
        it="giustificato, giustificata, assente giustificato",
        pt="falta justificada, ausência justificada, justificada",
    ),
    "NS": words(
        en="no-showed, did not show up",
        fr="absence non excusée, absent non excusé, non excusé",
        de="unentschuldigt, unentschuldigt gefehlt, nicht erschienen, nicht angetreten",
        es="no presentado, no presentada, no se presentó, no compareció",
        it="non presentato, non presentata, non si è presentato, ingiustificato",
        pt="não compareceu, não apareceu, falta injustificada",
    ),
    "WD": words(
        en="withdrew, withdraw, withdrawal",
        fr="forfait, retrait",
        de="zurückgezogen, rückzug",
        es="renuncia, renunció",
        it="rinuncia, rinunciato",
        pt="renúncia, renunciou",
    ),
}
