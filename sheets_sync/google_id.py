"""The id of a Google spreadsheet, from whatever a person copies: the address in the browser, or the id."""

from __future__ import annotations

import re

_ID = re.compile(r"[A-Za-z0-9_-]{20,120}")
_ADDRESS = re.compile(r"/spreadsheets/(?:u/\d+/)?d/(?!e/)([A-Za-z0-9_-]{20,120})")


def spreadsheet_id(text: object) -> str:
    """The id in an address or an id by itself. Raises ValueError with what would be right."""
    written = str(text).strip()
    if "/d/e/" in written:
        raise ValueError(
            "this is the address of a published page; copy the address from the browser while the "
            "spreadsheet itself is open for editing"
        )
    found = _ADDRESS.search(written)
    if found:
        return found[1]
    if _ID.fullmatch(written):
        return written
    raise ValueError(
        f"'{written}' is no Google spreadsheet; copy the address from the browser, like "
        "https://docs.google.com/spreadsheets/d/1AbC.../edit"
    )


def is_spreadsheet_id(text: str) -> bool:
    """Whether a text may be an id by itself."""
    return bool(_ID.fullmatch(text))


def address_of(spreadsheet: str) -> str:
    """Where a person opens it."""
    return f"https://docs.google.com/spreadsheets/d/{spreadsheet}/edit"
