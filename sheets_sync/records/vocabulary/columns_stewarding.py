"""Headers of columns about cases, decisions, votes and sign-outs."""

from __future__ import annotations

from sheets_sync.records.vocabulary.languages import words

CASE = words(
    en="case number, case id, incident no., incident number, enquiry, inquiry, protest, report no., ticket, "
    "ticket no.",
    fr="cas, dossier, n° de dossier, n° de cas, affaire, réclamation",
    de="fall, fall-nr., fallnummer, vorfall, vorfall-nr., aktenzeichen",
    es="caso, nº de caso, expediente, nº de expediente",
    it="caso, n. caso, numero caso, pratica",
    pt="caso, nº do caso, processo, nº do processo",
)
OFFENDER = words(
    en="accused, accused driver, offender, penalised driver, penalized driver, against, driver at fault, "
    "reported driver, driver name",
    fr="pilote, pilote fautif, pilote sanctionné, accusé, pilote mis en cause",
    de="fahrer, verursacher, beschuldigter, bestrafter fahrer, gegen",
    es="piloto, piloto infractor, infractor, acusado, piloto sancionado, contra",
    it="pilota, pilota colpevole, accusato, pilota penalizzato, contro",
    pt="piloto, piloto infrator, infrator, acusado, piloto penalizado, contra",
)
CODE = words(
    en="penalty code, offence, offense, infringement, infringement code",
    fr="code de pénalité, infraction, code infraction",
    de="strafcode, vergehen, kennziffer, verstoss",
    es="código, código de sanción, infracción",
    it="codice, codice penalità, infrazione",
    pt="código, código da penalização, infração",
)
REPORTED_AT = words(
    en="report date, date reported, submitted, submitted at, posted, timestamp",
    fr="signalé le, déposé le, signalé, horodateur",
    de="gemeldet am, gemeldet, eingereicht am, zeitstempel",
    es="reportado el, denunciado el, reportado, marca temporal",
    it="segnalato il, segnalato, informazioni cronologiche",
    pt="reportado em, denunciado em, reportado, carimbo de data/hora",
)
REPORTED_BY = words(
    en="reporter, reporting driver, claimant, posted by, complainant, your name, submitted by",
    fr="signalé par, plaignant, déposé par, réclamant",
    de="gemeldet von, melder, kläger, eingereicht von",
    es="reportado por, denunciante, denunciado por",
    it="segnalato da, segnalante, reclamante",
    pt="reportado por, denunciante, queixoso",
)
LAP = words(
    en="lap no., lap number, on lap",
    fr="tour, n° du tour",
    de="runde, in runde",
    es="vuelta",
    it="giro",
    pt="volta",
)
TURN = words(
    en="corner, turn no., where",
    fr="virage",
    de="kurve, kurve nr.",
    es="curva",
    it="curva",
    pt="curva",
)
VERDICT = words(
    en="ruling of the stewards, stewards' decision, outcome",
    fr="verdict, décision, décision des commissaires",
    de="urteil, entscheidung, entscheid",
    es="veredicto, decisión, resolución",
    it="verdetto, decisione",
    pt="veredito, veredicto, decisão",
)
PENALTY = words(
    en="sanction, penalty given, penalty applied, punishment",
    fr="pénalité, sanction",
    de="strafe, sanktion",
    es="sanción, penalización",
    it="penalità, sanzione",
    pt="penalização, penalidade, punição, sanção",
)
DECIDED_AT = words(
    en="decision date, date decided, decided on",
    fr="décidé le, date de décision",
    de="entschieden am, entscheidungsdatum",
    es="decidido el, fecha de decisión, fecha de la decisión",
    it="deciso il, data decisione",
    pt="decidido em, data da decisão",
)
PUBLISHED_AT = words(
    en="publication date, published on",
    fr="publié le, publié",
    de="veröffentlicht am, veröffentlicht",
    es="publicado el, publicado",
    it="pubblicato il, pubblicato",
    pt="publicado em, publicado",
)
CONTESTED_AT = words(
    en="appealed, appealed at, appeal date",
    fr="contesté le, contesté, appel le",
    de="angefochten am, angefochten, einspruch am",
    es="apelado el, apelado, recurrido el",
    it="contestato il, contestato, appello il",
    pt="contestado em, contestado, recurso em",
)
RULING = words(
    en="appeal outcome, appeal result, appeal ruling",
    fr="issue de l'appel",
    de="ausgang des einspruchs",
    es="resultado de la apelación",
    it="esito dell'appello",
    pt="resultado do recurso",
)
ARTICLE = words(
    en="rule, regulation, rule broken",
    fr="article, règle",
    de="artikel, regel, paragraph",
    es="artículo, regla, norma",
    it="articolo, regola",
    pt="artigo, regra",
)
NOTE = words(
    en="notes, remarks, comment, comments, further notes",
    fr="note, notes, remarque, remarques, commentaire, commentaires",
    de="notiz, notizen, bemerkung, bemerkungen, anmerkung, anmerkungen, kommentar, hinweis",
    es="nota, notas, observaciones, comentario, comentarios",
    it="nota, note, osservazioni, commento, commenti",
    pt="nota, notas, observações, observação, comentário, comentários",
)
SOURCE = words(
    en="origin", fr="source, origine", de="quelle, herkunft", es="fuente, origen", it="fonte", pt="fonte"
)
AFFECTED = words(
    en="victim, other driver, affected drivers, driver hit",
    fr="victime, pilote touché, pilote lésé",
    de="geschädigter, betroffener fahrer, opfer",
    es="afectado, piloto afectado, víctima",
    it="danneggiato, pilota danneggiato, vittima",
    pt="afetado, piloto afetado, vítima",
)
DESCRIPTION = words(
    en="details, what happened, incident description",
    fr="détails, que s'est-il passé",
    de="beschreibung, hergang, details, was ist passiert",
    es="descripción, detalles, qué pasó",
    it="descrizione, dettagli, cosa è successo",
    pt="descrição, detalhes, o que aconteceu",
)
EVIDENCE = words(
    en="video link, link, replay, clip, proof, footage, video evidence",
    fr="preuve, vidéo, lien, lien vidéo",
    de="beweis, beweise, videolink, videobeweis",
    es="prueba en vídeo, vídeo, enlace, evidencia",
    it="prove, link video, filmato",
    pt="evidência, evidências, vídeo, ligação do vídeo, link do vídeo",
)
NEW_EVIDENCE = words(
    fr="nouvelle preuve, nouvelles preuves",
    de="neue beweise, neuer beweis",
    es="nueva evidencia, nuevas pruebas",
    it="nuove prove, nuova prova",
    pt="nova evidência, novas provas",
)
UNREPORTED = words(
    en="not reported",
    fr="non signalé",
    de="nicht gemeldet",
    es="no reportado",
    it="non segnalato",
    pt="não reportado",
)
NO_ADVANTAGE = words(
    en="no advantage gained",
    fr="sans avantage, aucun avantage",
    de="kein vorteil",
    es="sin ventaja",
    it="nessun vantaggio",
    pt="sem vantagem",
)
SERVED = words(
    en="penalty served",
    fr="purgée, purgé, purgée en jeu",
    de="abgesessen, verbüsst, im spiel verbüsst",
    es="cumplida, cumplido",
    it="scontata, scontato",
    pt="cumprida, cumprido",
)
PENALTY_POINTS = words(
    en="pts, licence points, license points, pp",
    fr="points de pénalité",
    de="punkte, strafpunkte",
    es="puntos, puntos de sanción, puntos de penalización",
    it="punti, punti penalità, punti di penalità",
    pt="pontos, pontos de penalização",
)
PANEL = words(
    en="decided by, stewards, steward",
    fr="commissaires, jury",
    de="kommissare, gremium, jury",
    es="comisarios, panel",
    it="commissari, giuria",
    pt="comissários, painel",
)
FEE_PAID = words(
    en="fee", fr="frais payés", de="gebühr bezahlt", es="tasa pagada", it="tassa pagata", pt="taxa paga"
)
STEWARD = words(
    en="steward name, voter, name",
    fr="commissaire, nom du commissaire",
    de="kommissar, rennkommissar, sportkommissar",
    es="comisario",
    it="commissario",
    pt="comissário",
)
VOTE = words(en="voted", fr="vote", de="stimme, votum", es="voto", it="voto", pt="voto")
SENIOR = words(
    en="senior?, chair",
    fr="commissaire principal, président",
    de="leitender kommissar, vorsitz",
    es="comisario principal",
    it="commissario capo",
    pt="comissário principal",
)
REASON = words(
    en="why?, because, what for, grounds",
    fr="raison, motif, pourquoi",
    de="grund, begründung, warum",
    es="motivo, razón, por qué",
    it="motivo, ragione, perché",
    pt="motivo, razão, porquê",
)
REASON_OF_AWARD = words(
    en="why, what we saw, what for",
    fr="raison, motif, pourquoi, ce qui s'est passé",
    de="grund, begründung, warum, was geschah",
    es="motivo, razón, por qué, qué pasó",
    it="motivo, ragione, perché, cosa è successo",
    pt="motivo, razão, porquê, o que aconteceu",
)
SENT_BY = words(
    en="posted by, submitted by",
    fr="envoyé par, déposé par",
    de="gesendet von, eingereicht von, gemeldet von",
    es="enviado por",
    it="inviato da",
    pt="enviado por",
)
PROPER_REASON = words(
    en="reason accepted, valid reason",
    fr="motif valable, raison valable",
    de="triftiger grund, grund anerkannt",
    es="motivo válido, motivo justificado",
    it="motivo valido",
    pt="motivo válido, motivo justificado",
)
KIND = words(en="kind of sign-out", fr="type, genre", de="art, typ", es="tipo", it="tipo", pt="tipo")
KIND_OF_INTERRUPTION = words(
    en="what, type, kind of interruption",
    fr="type, interruption",
    de="art, typ, unterbrechung",
    es="tipo, interrupción",
    it="tipo, interruzione",
    pt="tipo, interrupção",
)
SIGN_OUT_LINE = words(
    en="post, posted line",
    fr="ligne, message",
    de="zeile, nachricht",
    es="línea, mensaje",
    it="riga, messaggio",
    pt="linha, mensagem",
)
