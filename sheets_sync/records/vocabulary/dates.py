"""Names of months and weekdays from January and from Monday on; short forms after a stroke."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_MONTHS = (
    "january/jan, february/feb, march/mar, april/apr, may, june/jun, july/jul, august/aug, "
    "september/sept/sep, october/oct, november/nov, december/dec",
    "janvier/janv/jan, février/févr/fév, mars, avril/avr, mai, juin, juillet/juil, août/aout, "
    "septembre/sept, octobre/oct, novembre/nov, décembre/déc",
    "januar/jänner/jan, februar/feber/feb, märz/maerz/mär/mrz, april/apr, mai, juni/jun, juli/jul, "
    "august/aug, september/sept/sep, oktober/okt, november/nov, dezember/dez",
    "enero/ene, febrero/feb, marzo/mar, abril/abr, mayo/may, junio/jun, julio/jul, agosto/ago, "
    "septiembre/setiembre/sep/set, octubre/oct, noviembre/nov, diciembre/dic",
    "gennaio/gen, febbraio/feb, marzo/mar, aprile/apr, maggio/mag, giugno/giu, luglio/lug, agosto/ago, "
    "settembre/set/sett, ottobre/ott, novembre/nov, dicembre/dic",
    "janeiro/jan, fevereiro/fev, março/mar, abril/abr, maio/mai, junho/jun, julho/jul, agosto/ago, "
    "setembro/set, outubro/out, novembro/nov, dezembro/dez",
)
_WEEKDAYS = (
    "monday/mon, tuesday/tues/tue, wednesday/wed, thursday/thurs/thur/thu, friday/fri, "
    "saturday/sat, sunday/sun",
    "lundi/lun, mardi/mar, mercredi/mer, jeudi/jeu, vendredi/ven, samedi/sam, dimanche/dim",
    "montag/mo, dienstag/di, mittwoch/mi, donnerstag/do, freitag/fr, samstag/sonnabend/sa, sonntag/so",
    "lunes/lun, martes/mar, miércoles/mié, jueves/jue, viernes/vie, sábado/sáb, domingo/dom",
    "lunedì/lun, martedì/mar, mercoledì/mer, giovedì/gio, venerdì/ven, sabato/sab, domenica/dom",
    "segunda-feira/segunda/seg, terça-feira/terça/ter, quarta-feira/quarta/qua, quinta-feira/quinta/qui, "
    "sexta-feira/sexta/sex, sábado/sáb, domingo/dom",
)


def _numbered(lines: Iterable[str], first: int) -> Mapping[str, int]:
    lists = [line.split(", ") for line in lines]
    return {
        word: number
        for names in lists
        for number, name in enumerate(names, first)
        for word in name.split("/")
    }


MONTHS: Mapping[str, int] = _numbered(_MONTHS, 1)
"""Name -> 1 for January to 12."""
WEEKDAYS: Mapping[str, int] = _numbered(_WEEKDAYS, 0)
"""Name -> 0 for Monday to 6, as `date.weekday` counts."""
