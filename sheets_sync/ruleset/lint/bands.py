"""Bands of a distance: nothing left out, nothing that an earlier band has taken already."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.problems import Problem
from sheets_sync.ruleset.kinds.interruptions import Band, Interruption, Point
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.lint.stretches import END, START, Cut, Stretch, left, percent
from sheets_sync.ruleset.lint.subject import Part, Subject


def stretch(band: Band) -> Stretch | None:
    """The part of the distance that a band takes; None where it goes by laps."""
    points = (band.from_, band.above, band.below, band.up_to)
    if any(point is not None and point.lap is not None for point in points):
        return None
    starts = [START, *_cuts(band.from_, 0), *_cuts(band.above, 1)]
    ends = [END, *_cuts(band.below, 0), *_cuts(band.up_to, 1)]
    return Stretch(max(starts), min(ends))


def _cuts(point: Point | None, side: int) -> list[Cut]:
    return [(point.share, side)] if point and point.share is not None else []


def interruption_bands(subject: Subject) -> Iterator[Problem]:
    """Bands that are never reached, distances without a band, and such as are only decided."""
    for part in subject.parts("interruptions"):
        if isinstance(part.item, Interruption) and "bands" in part.node.items:
            yield from _unreached(subject, part, part.item.bands)
            yield from _gaps(subject, part, part.item.bands)
            yield from _decided(subject, part, part.item.bands)


def _unreached(subject: Subject, part: Part, bands: list[Band]) -> Iterator[Problem]:
    for index, band in enumerate(bands):
        earlier = [each for each in map(stretch, bands[:index]) if each]
        own = [stretch(band) or Stretch(START, END)]
        if own[0].start >= own[0].end:
            message = f"{part.title} > bands > item {index + 1}: no distance lies in it."
            yield subject.warning(message, *part.path, "bands", index)
        elif not left(own, earlier):
            message = (
                f"{part.title} > bands > item {index + 1}: it is never reached; earlier bands fit already."
            )
            hint = "The first band that fits counts: write the narrower one first."
            yield subject.warning(message, *part.path, "bands", index, hint=hint)


def _gaps(subject: Subject, part: Part, bands: list[Band]) -> Iterator[Problem]:
    stretches = [each for each in map(stretch, bands) if each]
    for gap in left([Stretch(START, END)], stretches):
        message = f"{part.title} > bands: nothing is said {gap}."
        yield subject.warning(
            message, *part.path, "bands", hint="Add a band for it, {result: decide} at least."
        )


def _decided(subject: Subject, part: Part, bands: list[Band]) -> Iterator[Problem]:
    taken: list[Stretch] = []
    for index, band in enumerate(bands):
        own = stretch(band)
        remains = left([own], taken) if own else []
        for each in remains if band.result == "decide" and band.default is None else ():
            message = f"{part.title} > bands > item {index + 1}: {each} people decide."
            hint = "A 'default' says what holds until then."
            yield subject.note(message, *part.path, "bands", index, hint=hint)
        taken += [own] if own else []


def distance_bands(subject: Subject) -> Iterator[Problem]:
    """Points by distance: a band that is never reached, and distances without one."""
    for part in subject.parts("points"):
        bands = part.item.distance if isinstance(part.item, Points) and "distance" in part.node.items else []
        for index, band in enumerate(bands):
            if any(band.from_ >= earlier.from_ for earlier in bands[:index]):
                where = f"{part.title} > distance > item {index + 1}"
                message = f"{where}: it is never reached; an earlier band fits already."
                yield subject.warning(message, *part.path, "distance", index)
        if bands and bands[-1].from_ > 0:
            share = percent((bands[-1].from_, 0))
            message = f"{part.title} > distance: nothing is said below {share}; nobody gets points there."
            yield subject.note(message, *part.path, "distance", hint="Say it with a last band {points: 0}.")
