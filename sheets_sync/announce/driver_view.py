"""One driver's own conduct as a view: nobody else's is in it."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.announce.views import DriverRecord, RecordSanction, RecordTally
from sheets_sync.rules.sanctions.serving import Sentence
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import BELONGING, Sanction
from sheets_sync.tables.tallies import tally_table


def driver_view(season: Season, person: str) -> DriverRecord:
    """How every tally of the driver stands, and every sanction with the round in which it was served."""
    return DriverRecord(
        season.name(person), tuple(_tallies(season, person)), tuple(_sanctions(season, person))
    )


def _tallies(season: Season, person: str) -> Iterator[RecordTally]:
    for name in season.ruleset.tallies:
        table = tally_table(season, name)
        index = {column.key: position for position, column in enumerate(table.columns)}
        for row in table.rows:
            if row[index["driver"]] == season.name(person):
                figure = f"{row[index['left']]} left" if "left" in index else str(row[index["spent"]])
                yield RecordTally(name, figure, str(row[index["state"]] or ""))


def _sanctions(season: Season, person: str) -> Iterator[RecordSanction]:
    for each in season.sentences:
        if each.penalty.person == person:
            served = "" if each.is_open else ", ".join(map(season.ruleset.name_of, each.served))
            earned = season.ruleset.name_of(each.penalty.event.round)
            yield RecordSanction(str(each.penalty.phrase), earned, served, _state(season, each))


def _state(season: Season, sentence: Sentence) -> str:
    """Nobody serves what ends or changes their place in the league: it is in force, or carried out."""
    sanction, rounds = sentence.penalty.sanction, ", ".join(map(season.ruleset.name_of, sentence.served))
    if sanction in (Sanction.DEMOTION, Sanction.PROMOTION):
        return f"carried out after {rounds}" if rounds else "still to be carried out"
    if sanction in BELONGING:
        return "in force"
    if not rounds:
        return "still to be served"
    if sentence.penalty.undone is not None:
        return f"served in {rounds}, {sentence.penalty.undone_says} afterwards"
    return f"served in {rounds}" + (f", {sentence.left} still to be served" if sentence.left else "")
