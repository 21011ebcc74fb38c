"""Headers of columns that many tabs have: when, who says so, how much."""

from __future__ import annotations

from sheets_sync.records.vocabulary.languages import words

DATE = words(
    en="race date, race day",
    fr="date, jour, date de la course",
    de="datum, tag, renntag, termin",
    es="fecha, día",
    it="data, giorno",
    pt="data, dia",
)
START = words(
    en="start time, race start, starts, starts at, starting time",
    fr="heure, heure de départ, départ, début, horaire",
    de="uhrzeit, startzeit, beginn, rennstart, zeit",
    es="hora, hora de inicio, inicio, hora de salida, horario",
    it="ora, orario, inizio, ora di inizio, partenza",
    pt="hora, horário, início, hora de início, partida",
)
ENDED_AT = words(
    en="race ended, race end, finished at",
    fr="terminé à, terminée à, fin de course",
    de="ende, beendet, beendet um, rennende",
    es="terminado, hora de fin",
    it="fine, finita alle, termine",
    pt="fim, terminada às, término",
)
AT = words(
    en="posted, date, when, on, submitted, date and time",
    fr="horodateur, date, quand, date et heure",
    de="zeitstempel, datum, wann, am, datum und uhrzeit",
    es="marca temporal, fecha, cuándo, fecha y hora",
    it="informazioni cronologiche, data, quando, data e ora",
    pt="carimbo de data/hora, data, quando, data e hora",
)
ENTERED_AT = words(
    en="submitted, date entered, sign-up date, signed up, registered at, registration date",
    fr="horodateur, inscrit le, date d'inscription",
    de="zeitstempel, angemeldet am, anmeldedatum, eingetragen am",
    es="marca temporal, inscrito el, fecha de inscripción",
    it="informazioni cronologiche, iscritto il, data di iscrizione",
    pt="carimbo de data/hora, inscrito em, data de inscrição",
)
CHOICE_AT = words(
    en="posted, when, submitted, date and time",
    fr="horodateur, quand, date et heure",
    de="zeitstempel, wann, datum und uhrzeit",
    es="marca temporal, cuándo, fecha y hora",
    it="informazioni cronologiche, quando, data e ora",
    pt="carimbo de data/hora, quando, data e hora",
)
HAPPENED = words(
    en="when",
    fr="survenu le, date",
    de="geschehen am, datum",
    es="ocurrido el, fecha",
    it="accaduto il, data",
    pt="ocorrido em, data",
)
SINCE = words(
    en="from, banned since",
    fr="depuis, date",
    de="seit, datum",
    es="desde, fecha",
    it="dal, data",
    pt="desde",
)
UNTIL = words(
    en="to, banned until", fr="jusqu'au, jusqu'à", de="bis", es="hasta", it="fino al, fino a", pt="até"
)
BY = words(en="decided by, who", fr="par, décidé par", de="von, entschieden von", es="por", it="da", pt="por")
SIGNED_BY = words(
    en="signature, approved by",
    fr="signé par, par",
    de="unterschrieben von, unterzeichnet von, von",
    es="firmado por, por",
    it="firmato da, da",
    pt="assinado por, por",
)
SIGNED_AT = words(
    en="signed, approved at, date",
    fr="signé le, date",
    de="unterschrieben am, unterzeichnet am, datum",
    es="firmado el, fecha",
    it="firmato il, data",
    pt="assinado em, data",
)
DOCUMENT = words(
    fr="document, quoi", de="dokument, was", es="documento, qué", it="documento, cosa", pt="documento"
)
MOVED_FROM = words(
    en="postponed from, original date",
    fr="reportée du, date initiale",
    de="verschoben von, ursprüngliches datum",
    es="aplazada del, fecha original",
    it="rinviata dal, data originale",
    pt="adiada de, data original",
)
CANCELLED = words(
    en="canceled",
    fr="annulée, annulé",
    de="abgesagt, entfällt",
    es="cancelada, cancelado, anulada",
    it="annullata, annullato, cancellata",
    pt="cancelada, cancelado, anulada",
)
CONFIRMED = words(
    en="confirmed?, agreed",
    fr="confirmé, confirmée",
    de="bestätigt",
    es="confirmado, confirmada",
    it="confermato, confermata",
    pt="confirmado, confirmada",
)
CONFIRMED_BY_DRIVER = words(
    fr="confirmé par le pilote, confirmé",
    de="bestätigt vom fahrer, bestätigt",
    es="confirmado por el piloto, confirmado",
    it="confermato dal pilota, confermato",
    pt="confirmado pelo piloto, confirmado",
)
CONFIRMED_BY_PARTNER = words(
    fr="confirmé par le partenaire",
    de="bestätigt vom partner",
    es="confirmado por el compañero",
    it="confermato dal partner",
    pt="confirmado pelo parceiro",
)
WHAT = words(
    en="measure",
    fr="décision, mesure",
    de="entscheidung, entscheid, massnahme",
    es="decisión, medida",
    it="decisione, misura",
    pt="decisão, medida",
)
DECISION = words(
    en="decision id",
    fr="id de la décision, décision",
    de="entscheidung, kennung",
    es="decisión",
    it="decisione",
    pt="decisão",
)
CHOICE = words(
    en="answer", fr="choix, réponse", de="wahl, antwort", es="elección, respuesta", it="scelta", pt="escolha"
)
CHOSEN_POOL = words(
    en="room, choice, pool choice, preferred pool, lobby",
    fr="groupe, choix, poule",
    de="gruppe, wahl, gewünschte gruppe",
    es="grupo, elección",
    it="gruppo, scelta",
    pt="grupo, escolha",
)
ACCOUNT = words(fr="compte, classement", de="konto, wertung", es="cuenta", it="conto", pt="conta")
AMOUNT = words(
    en="pts, balance",
    fr="montant",
    de="betrag, punkte, anzahl",
    es="cantidad, puntos",
    it="quantità, punti",
    pt="quantidade, pontos",
)
WRITTEN_DOWN_AT = words(
    en="entered at, recorded at, timestamp",
    fr="saisi le, horodateur",
    de="eingetragen am, erfasst am, zeitstempel",
    es="registrado el, marca temporal",
    it="registrato il, informazioni cronologiche",
    pt="registado em, registrado em, carimbo de data/hora",
)
