"""Section `absence`: no result row: signed out, or a no-show?"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import When
from sheets_sync.ruleset.phrases import Phrase, Phrases, Sanction


class Absence(Item):
    """What an absence counts as. Without ``notice`` nobody's absence is judged."""

    MAY_BE_EMPTY = ("poor_reason",)

    notice: When | None = Field(None, description="until when a sign-out is in time")
    sent_by: Literal["driver", "anybody"] = Field("anybody", description="who may send it")
    reason: Literal["needed", "not needed"] = Field("not needed", description="whether it takes a reason")
    signed_out: str = Field("SO", description="the status of who signed out in time")
    too_late: str = Field("NS", description="the status of who didn't")
    poor_reason: Phrases = Field(
        [Phrase(Sanction.DECIDE, 1, "whether the reason is a proper one")],
        description="what follows where the reason is marked as improper",
    )
