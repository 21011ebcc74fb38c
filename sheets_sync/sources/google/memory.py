"""Our memory inside a Google spreadsheet: developer metadata, which no person sees and every copy carries.

Google keeps 30,000 characters of them on a spreadsheet and as many on each tab, so a long memory is packed
and cut into pieces: the first on the spreadsheet, the others on the tabs that we write to. What is longer
than that stands in the cells of a hidden tab, and the piece on the spreadsheet says so.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

KEY = "sheets-sync.memory"
TAB = "sheets_sync_memory"
"""The hidden tab of a very long memory."""
_IN_TAB = re.compile(r"(\d+)\.tab")
ROOM = 28_000
"""Characters of a piece; the key and other programs need some, too."""
_LARGEST = 64 * 1024 * 1024
_VISIBLE = "DOCUMENT"


@dataclass(frozen=True, slots=True)
class Remembered:
    """``text``: what the plan remembers; ``tabs``: title -> id when it was written."""

    text: str
    tabs: Mapping[str, int]


def packed(remembered: Remembered, generation: int) -> list[str]:
    """The pieces, each with the generation that it belongs to."""
    data = json.dumps({"tabs": dict(remembered.tabs), "text": remembered.text}, ensure_ascii=False)
    text = base64.b64encode(zlib.compress(data.encode(), 9)).decode()
    room = ROOM - 40
    pieces = [text[start : start + room] for start in range(0, len(text), room)]
    return [f"{generation}.{index + 1}/{len(pieces)}:{piece}" for index, piece in enumerate(pieces)]


def unpacked(pieces: Iterable[str]) -> Remembered | None:
    """What the pieces hold; None where there are none, or where some are missing or damaged."""
    found: dict[str, str] = {}
    for piece in pieces:
        mark, colon, text = piece.partition(":")
        if colon:
            found[mark] = text
    newest = max((mark.partition(".")[0] for mark in found), key=_count, default="")
    own = sorted((mark for mark in found if mark.partition(".")[0] == newest), key=_index)
    if not own or _count(own[0].rpartition("/")[2]) != len(own):
        return None
    return _read("".join(found[mark] for mark in own))


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _index(mark: str) -> int:
    return _count(mark.partition(".")[2].partition("/")[0])


def _read(text: str) -> Remembered | None:
    try:
        packer = zlib.decompressobj()
        data = json.loads(packer.decompress(base64.b64decode(text, validate=True), _LARGEST))
        tabs = {str(title): int(number) for title, number in data["tabs"].items()}
        return Remembered(str(data["text"]), tabs)
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error):
        return None


def pointer(generation: int) -> str:
    """The piece on the spreadsheet where the memory stands in the hidden tab."""
    return f"{generation}.tab"


def is_in_tab(piece: str) -> bool:
    return _IN_TAB.fullmatch(piece) is not None


def piece_in(metadata: Iterable[Mapping[str, Any]]) -> tuple[str, int | None]:
    """Our piece among the metadata of a spreadsheet or tab, with its id."""
    for each in metadata:
        if each.get("metadataKey") == KEY:
            return str(each.get("metadataValue", "")), each.get("metadataId")
    return "", None


def kept(location: Mapping[str, Any], piece: str, old: int | None) -> dict[str, Any]:
    """The request that keeps a piece there."""
    if old is None:
        entry = {"metadataKey": KEY, "metadataValue": piece, "location": location, "visibility": _VISIBLE}
        return {"createDeveloperMetadata": {"developerMetadata": entry}}
    lookup = {"developerMetadataLookup": {"metadataId": old}}
    change = {"metadataValue": piece}
    return {
        "updateDeveloperMetadata": {
            "dataFilters": [lookup],
            "developerMetadata": change,
            "fields": "metadataValue",
        }
    }


def forgotten(old: int) -> dict[str, Any]:
    """The request that takes a piece away."""
    return {"deleteDeveloperMetadata": {"dataFilter": {"developerMetadataLookup": {"metadataId": old}}}}
