"""What stands in a league.yaml, setting by setting: the typed model that the file is checked against."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from sheets_sync.addresses import RangeAddress, TabAddress
from sheets_sync.google_id import spreadsheet_id
from sheets_sync.marked_yaml import Map, Scalar
from sheets_sync.problems import Problem

Access = Literal["private", "public"]
DateOrder = Literal["", "day first", "month first"]
STANDARD = "standard"
MAX_FORMAT = 255
"""Characters of a number format, as Excel has it."""
_MOST_HEADER_ROWS = 10


def _zone_name(value: object) -> str:
    try:
        return ZoneInfo(str(value)).key
    except (KeyError, ValueError, OSError):
        raise ValueError(f"'{value}' is no time zone; write it like Europe/Paris") from None


def _row_range(value: object) -> str:
    if not re.fullmatch(r"[1-9]\d{0,6}(-[1-9]\d{0,6})?", str(value)):
        raise ValueError(f"'{value}' names no rows; write it like 5-120")
    return str(value)


def _header_rows(value: object) -> str:
    first, _, last = _row_range(value).partition("-")
    if not 0 <= int(last or first) - int(first) < _MOST_HEADER_ROWS:
        raise ValueError(f"'{value}' names no header; write its row, or its first and last one, like 3-4")
    return str(value)


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


class _Strict(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=True
    )


def _workbook(value: object) -> str:
    if "://" in str(value):
        raise ValueError(f"'{value}' is an address and no file; write it as 'google: {value}'")
    return str(value)


class SpreadsheetEntry(_Strict):
    """One spreadsheet: the ``path`` of a workbook, or the id or address of one on ``google``. ``time_zone``
    is the zone in which moments (a date with its time) are typed; else that of the Google spreadsheet, else
    the league's. ``dates``: what comes first in 03/04/2023, where it is typed as text."""

    path: Annotated[str, BeforeValidator(_workbook)] = ""
    google: Annotated[str, BeforeValidator(spreadsheet_id)] = ""
    access: Access
    time_zone: Annotated[str, BeforeValidator(_zone_name)] | None = None
    dates: DateOrder = ""

    @model_validator(mode="after")
    def _one_home(self) -> SpreadsheetEntry:
        if bool(self.path) == bool(self.google):
            raise ValueError(
                "a spreadsheet is a workbook or on Google: write either 'path: results.xlsx', or 'google: ' "
                "and the address from the browser"
            )
        return self


Layout = Literal["rows", "matrix", "lists", "blocks", "form"]


class TabRead(_Strict):
    """One tab with records of one kind.

    ``columns``: field -> the header that stands in the tab (fields left out are looked for under
    their own names); ``set``: fields with one value for the whole tab; ``rows``: only these rows;
    ``layout``: how the records stand in it; ``down``, ``across``, ``cells`` and ``above`` name the fields
    that it finds in the column on the left, in the heading of a column, in the cells, and in a heading above;
    ``header``: its header rows; ``fill_down``: fields whose blank cells take
    the value above; ``hidden``: the fate of hidden rows.
    """

    tab: Annotated[TabAddress, BeforeValidator(TabAddress.parse)]
    layout: Layout = "rows"
    columns: dict[str, str] = {}
    set: dict[str, str] = {}
    rows: Annotated[str, BeforeValidator(_row_range)] | None = None
    down: str | None = None
    across: Annotated[list[str], BeforeValidator(_listed)] = []
    cells: str | None = None
    above: Annotated[list[str], BeforeValidator(_listed)] = []
    header: Annotated[str, BeforeValidator(_header_rows)] | None = None
    fill_down: Annotated[list[str], BeforeValidator(_listed)] = []
    hidden: Literal["read", "skip"] = "read"

    @property
    def header_rows(self) -> range | None:
        """The rows that ``header`` names."""
        if self.header is None:
            return None
        first, _, last = self.header.partition("-")
        return range(int(first), int(last or first) + 1)


def _number_format(value: object) -> str:
    """A format code; ``""`` for General."""
    text = str(value)
    if not text.strip() or len(text) > MAX_FORMAT or not text.isprintable():
        raise ValueError(f"'{text[:20]}' is no number format; write it like \"0.00\" or General")
    return "" if text.casefold() == "general" else text


class RangeWrite(_Strict):
    """One table and where it goes. ``columns`` chooses and orders its columns; as a map it also gives the
    texts of their headers: text -> column. ``formats``: column -> the number format that its cells get."""

    table: str
    to: Annotated[RangeAddress, BeforeValidator(RangeAddress.parse)]
    columns: list[str] | dict[str, str] | None = None
    header: bool = True
    formats: dict[str, Annotated[str, BeforeValidator(_number_format)]] = {}

    @model_validator(mode="after")
    def _one_header(self) -> RangeWrite:
        if self.to.cells is None and not self.header:
            raise ValueError(
                "without cells the table goes below a header that is there; take out 'header', or say "
                "in 'to' where the table begins, like public!Standings!A6"
            )
        return self

    @property
    def keys(self) -> list[str] | None:
        """The columns that are asked for, in order; None: all but the extra ones."""
        return None if self.columns is None else list(self.titles.values() if self.titles else self.columns)

    @property
    def titles(self) -> dict[str, str]:
        """The texts of headers that league.yaml gives: text -> column."""
        return self.columns if isinstance(self.columns, dict) else {}


class Announcement(_Strict):
    template: str
    audience: Access = "public"


class Safety(_Strict):
    """Limits before anything is written; ``edited_cells``: the fate of our cells that a person changed;
    ``backups``: so many copies of each workbook as it was before a write are kept."""

    most_rows_removed: int = Field(default=10, ge=0)
    most_share_removed: int = Field(default=30, ge=0, le=100, description="per cent of the rows")
    edited_cells: Literal["refuse", "keep", "overwrite"] = "refuse"
    backups: int = Field(default=10, ge=0, le=1000, description="copies kept of each workbook; 0: none")


class LeagueWords(_Strict):
    """The league's own words, which come before the usual ones: field -> headers, status -> how it is
    written."""

    headers: dict[str, Annotated[list[str], BeforeValidator(_listed)]] = {}
    statuses: dict[str, Annotated[list[str], BeforeValidator(_listed)]] = {}


class LeagueFile(_Strict):
    league: str
    ruleset: str
    as_of: str | None = None
    spreadsheets: dict[str, SpreadsheetEntry]
    read: dict[str, Annotated[list[TabRead], BeforeValidator(_listed)]]
    words: LeagueWords = LeagueWords()
    write: list[RangeWrite] = []
    announcements: list[Announcement] = []
    safety: Safety = Safety()
    rules: dict[str, object] = {}


def without_standard(node: Map) -> tuple[Map, str | None, list[Problem]]:
    """Takes the short form out of a league file: `read: standard`, or `read: {standard: coordinators}`.

    Gives the spreadsheet with the standard tabs: empty where none is named, None without the short form.
    """
    read = node.items.get("read")
    if isinstance(read, Scalar) and read.text == STANDARD:
        return _with_read(node, Map({}, read.at)), "", []
    named = read.items.get(STANDARD) if isinstance(read, Map) else None
    if not isinstance(read, Map) or named is None:
        return node, None, []
    rest = Map({key: each for key, each in read.items.items() if key != STANDARD}, read.at, read.keys)
    if isinstance(named, Scalar) and named.text:
        return _with_read(node, rest), named.text, []
    hint = "Write it like 'standard: coordinators'."
    return _with_read(node, rest), "", [Problem("'standard' must name a spreadsheet.", named.at, hint)]


def _with_read(node: Map, read: Map) -> Map:
    return Map({**node.items, "read": read}, node.at, node.keys)
