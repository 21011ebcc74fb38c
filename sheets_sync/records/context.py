"""What the reader knows of the league while it types a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sheets_sync.league_file import DateOrder
from sheets_sync.records.name_book import NameBook
from sheets_sync.records.synonyms import Synonyms


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """The words of this league, each by its folded spelling.

    ``rounds``: every way a round is written -> its number; ``pools``, ``sessions``, ``statuses``:
    -> the word as the ruleset writes it (an empty map takes any word). ``zone`` is the one the
    spreadsheet's dates are typed in. ``written_tabs``: the tabs of that spreadsheet that we write to.
    ``columns``: record kind -> further headers that the ruleset names. ``round_names``: as it writes them.
    ``dates``: which comes first in 03/04/2023, where the spreadsheet says it. ``synonyms``: other
    words for sessions and statuses, asked where the ruleset's own don't help.
    """

    zone: ZoneInfo
    rounds: Mapping[str, int] = field(default_factory=dict)
    pools: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    names: NameBook = field(default_factory=NameBook)
    epoch_1904: bool = False
    written_tabs: frozenset[str] = frozenset()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    round_names: tuple[str, ...] = ()
    dates: DateOrder = ""
    synonyms: Synonyms = field(default_factory=Synonyms)
