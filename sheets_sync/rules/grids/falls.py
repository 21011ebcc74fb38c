"""Who falls back on a grid: grid places, and the back of the grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sheets_sync.rules.grids import sentences as grid_sentences
from sheets_sync.rules.grids.parts import Part, Standing
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.phrases import Sanction


def fallen(order: list[Standing], bound: Mapping[str, list[Penalty]]) -> list[Standing]:
    """The grid after all falls, the last driver first, so that one fall doesn't undo another. Who stands at
    the back for another reason is passed by nobody. ``bound``: person -> what they have to serve."""
    result = list(order)
    for standing in reversed(order):
        penalties = bound.get(standing.person, []) if standing.part < Part.BACK else []
        lost = [each for each in penalties if each.sanction is Sanction.GRID_PLACES]
        back = next((each for each in penalties if each.sanction is Sanction.BACK_OF_GRID), None)
        if back is not None or lost:
            _fall(result, standing, lost, back)
    return result


def _fall(result: list[Standing], standing: Standing, lost: list[Penalty], back: Penalty | None) -> None:
    """Moves one driver back, as far as somebody may pass."""
    index = result.index(standing)
    passing = [each for each in result[index + 1 :] if each.part < Part.BACK]
    places = len(passing) if back is not None else sum(int(each.amount) for each in lost)
    moved = min(places, len(passing))
    acting = [back] if back is not None else lost
    says = "; ".join([standing.why, *(grid_sentences.said(each) for each in acting)])
    cells = (*standing.cells, *(cell for each in acting for cell in each.cells))
    part = Part.BACK if back is not None else standing.part
    fallen = replace(standing, why=says, article=acting[0].article, cells=cells, part=part)
    del result[index]
    result.insert(index + moved, fallen)
