"""Headers of columns about drivers, teams and cars."""

from __future__ import annotations

from sheets_sync.records.vocabulary.languages import words

DRIVER = words(
    en="driver name, driver's name, drivers name, racer, pilot, competitor, participant, full name",
    fr="pilote, nom du pilote, nom pilote, nom, nom complet, nom et prénom, concurrent",
    de="fahrer, fahrername, name des fahrers, fahrer/in, fahrerin, pilot, teilnehmer, vor- und nachname",
    es="piloto, nombre del piloto, nombre piloto, nombre, corredor, nombre completo, participante",
    it="pilota, nome pilota, nome del pilota, nome, nome e cognome, partecipante, concorrente",
    pt="piloto, nome do piloto, nome piloto, nome, nome completo, concorrente",
)
MAYBE_DRIVER = words(en="drivers", fr="pilotes", es="pilotos", it="piloti", pt="pilotos")
"""Titles of lists as often as headers."""
PARTNER = words(
    en="partner driver, other driver, swap with, swapped with",
    fr="échange avec, avec, autre pilote",
    de="tauscht mit, tausch mit, tauschpartner, mit, anderer fahrer",
    es="cambia con, intercambio con, con, otro piloto",
    it="scambio con, scambia con, con, altro pilota",
    pt="troca com, com, outro piloto",
)
SECOND_DRIVER = words(
    en="other driver",
    fr="second pilote, deuxième pilote, autre pilote",
    de="zweiter fahrer, anderer fahrer",
    es="segundo piloto, otro piloto",
    it="secondo pilota, altro pilota",
    pt="segundo piloto, outro piloto",
)
NUMBER = words(
    en="no, nr, num, car number, car no., car #, race number, driver number, driver no., start number",
    fr="n°, numéro, num., numéro de course, numéro de voiture, n° de course, n° voiture, dossard",
    de="nr., nummer, startnummer, startnr., start-nr., st.-nr., stnr, fahrernummer, fahrzeugnummer, auto-nr.",
    es="nº, núm., número, dorsal, número de coche, número de carrera",
    it="n., numero, numero di gara, numero auto, numero gara, n. gara",
    pt="nº, número, número do carro, número do piloto, n.º do carro",
)
PLATFORM_ID = words(
    en="psn, psn name, psn tag, psn username, id psn, xbox gamertag, gamer tag, steam id, steam name, steam, "
    "iracing customer id, customer id, cust id, platform name, game id, online id, in-game name, ea id, "
    "ubisoft id, epic id, gt7 id, gt id, nat number",
    fr="identifiant psn, pseudo psn, pseudo, identifiant, pseudo en jeu",
    de="psn-id, psn-name, gamertag, spielername, spieler-id, online-id, nutzername, ingame-name",
    es="id de psn, usuario psn, usuario, id de jugador, id online",
    it="id psn, utente psn, nickname, id giocatore",
    pt="id da psn, utilizador psn, usuário psn, id do jogador, id online",
)
TEAM = words(
    en="team name, constructor",
    fr="équipe, écurie, nom de l'équipe",
    de="team, teamname, rennstall, mannschaft",
    es="equipo, escudería, nombre del equipo",
    it="squadra, scuderia, team, nome team",
    pt="equipa, equipe, time, escuderia, nome da equipa, nome da equipe",
)
ROLE = words(
    en="driver status, entry type",
    fr="rôle, statut",
    de="rolle, fahrerstatus",
    es="rol, papel, estado",
    it="ruolo, stato",
    pt="função, papel, situação",
)
RESERVE_ORDER = words(
    en="reserve number",
    fr="ordre de réserve, n° de réserve, rang de réserve",
    de="reserve-nr., reservenummer, reserveplatz, ersatzfahrer-nr.",
    es="orden de reserva, nº de reserva",
    it="ordine di riserva, numero di riserva",
    pt="ordem de reserva, nº de reserva, suplente nº",
)
CLASS = words(
    en="car class, category, cat",
    fr="classe, catégorie",
    de="klasse, fahrzeugklasse, wertungsklasse, kategorie",
    es="clase, categoría",
    it="classe, categoria",
    pt="classe, categoria",
)
POOL = words(
    en="room, lobby, split, server",
    fr="groupe, poule, salon, plateau",
    de="gruppe, raum",
    es="grupo, división, sala",
    it="gruppo, divisione, stanza, sala",
    pt="grupo, divisão, sala",
)
CAR = words(
    en="car model, vehicle",
    fr="voiture, véhicule, auto",
    de="auto, fahrzeug, wagen",
    es="coche, auto, vehículo",
    it="auto, vettura, macchina",
    pt="carro, viatura",
)
LICENCE_NUMBER = words(
    en="licence number, license no., license number, digital licence, racing licence",
    fr="n° de licence, numéro de licence",
    de="lizenz, lizenznummer, lizenz-nr.",
    es="licencia, número de licencia, nº de licencia",
    it="licenza, numero di licenza, n. licenza",
    pt="licença, número da licença, nº da licença",
)
ALIASES = words(
    en="other names, nicknames, alias",
    fr="alias, autres noms, surnoms",
    de="alias, andere namen, weitere namen",
    es="alias, otros nombres, apodos",
    it="alias, altri nomi, soprannomi",
    pt="alias, outros nomes, apelidos",
)
WRITTEN = words(
    en="written as, name in results, spelling",
    fr="écrit, orthographe, alias",
    de="schreibweise, geschrieben",
    es="escrito, escrito como",
    it="scritto, scritto come",
    pt="escrito, escrito como",
)
LEAGUE = words(
    fr="championnat, ligue",
    de="liga",
    es="liga",
    it="lega, campionato",
    pt="liga, campeonato",
)
TO_POOL = words(
    en="new pool, moves to, to room, to group",
    fr="vers, nouveau groupe, vers le groupe",
    de="wechselt in, neue gruppe, in gruppe",
    es="a grupo, nuevo grupo, pasa a",
    it="al gruppo, nuovo gruppo, passa a",
    pt="para o grupo, novo grupo, passa para",
)
LEAVING = words(
    en="leaving, leaves, driver who leaves, retiring driver",
    fr="pilote partant, pilote sortant",
    de="ausscheidender fahrer, fahrer raus",
    es="piloto saliente, piloto que sale",
    it="pilota uscente",
    pt="piloto que sai, piloto de saída",
)
REPLACED_BY = words(
    en="replaced with, replacement driver, substitute, new driver",
    fr="remplacé par, remplaçant, nouveau pilote",
    de="ersetzt durch, ersatz, ersatzfahrer, nachfolger, neuer fahrer",
    es="sustituido por, reemplazado por, sustituto, reemplazo, nuevo piloto",
    it="sostituito da, sostituto, nuovo pilota",
    pt="substituído por, substituto, novo piloto",
)
