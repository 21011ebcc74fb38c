"""The part with the tables of an OpenDocument spreadsheet -> what stands in each tab, in a single pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from xml.parsers.expat import ExpatError

from sheets_sync.sources.columns import TooManyCells
from sheets_sync.sources.open_document.formats import Formats
from sheets_sync.sources.open_document.names import DRAWING, NUMBER, OFFICE, SEPARATOR, STYLE, TABLE, TEXT
from sheets_sync.sources.open_document.paragraphs import Paragraphs
from sheets_sync.sources.open_document.tab_content import TabContent
from sheets_sync.sources.package import BadPackage, bad_xml
from sheets_sync.sources.tab_names import loose
from sheets_sync.sources.xml_bytes import UnsafeXml, strict_parser

_SPREADSHEET, _TAB, _ROW = f"{OFFICE}spreadsheet", f"{TABLE}table", f"{TABLE}table-row"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_COLUMN, _GROUP = f"{TABLE}table-column", f"{TABLE}table-row-group"
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
# Comments, pictures, changes that were taken back, and what other programs' data looked like.
_LEFT_OUT = (
    f"{OFFICE}annotation",
    f"{TABLE}tracked-changes",
    f"{TABLE}dde-links",
    f"{TABLE}shapes",
    f"{TEXT}ruby-text",
    f"{TEXT}note",
)
# What another file looked like when it was last asked stands in tables of its own.
_ELSEWHERE = re.compile(r"'.*'#\$.*", re.DOTALL)

_Start = Callable[[str, dict[str, str]], None]
_Text = Callable[[str], None]


class TablesReader:
    """``tabs``: those that are wanted (None: all). Afterwards ``names`` lists all tabs in their order and
    ``contents`` has the wanted ones."""

    def __init__(self, tabs: Collection[str] | None, formats: Formats) -> None:
        self.names: list[str] = []
        self.contents: dict[str, TabContent] = {}
        self.is_spreadsheet = False
        self.formats = formats
        self._wanted = None if tabs is None else {loose(tab) for tab in tabs}
        self._parser = strict_parser(SEPARATOR)
        self._text = Paragraphs()
        self._tab: TabContent | None = None
        self._has_text, self._left_out = False, 0
        self._characters: _Text | None = None
        self._handle(self._start, self._end, self.formats.characters)

    def read(self, part: str, data: bytes) -> None:
        """Raises BadPackage with a sentence that names the part."""
        try:
            self._parser.Parse(data, True)
        except TooManyCells:
            message = f"The workbook's part '{part}' holds more cells than can be read."
            raise BadPackage(message) from None
        except (ExpatError, UnsafeXml, LookupError) as error:
            raise bad_xml(part, error) from None
        except ValueError as error:
            raise BadPackage(f"The workbook's part '{part}' can't be read ({error}).") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in (_CELL, _COVERED) and self._tab is not None:
            self._has_text = self._tab.start_cell(attributes)
            self._handle(self._start_in_cell, self._end_in_cell, None)
        elif name == _ROW and self._tab is not None:
            self._tab.start_row(attributes)
        elif name == _TAB:
            self._start_tab(attributes.get(f"{TABLE}name", ""))
        elif name in _LEFT_OUT or name.startswith(DRAWING):
            self._leave_out()
        else:
            self._start_other(name, attributes)

    def _start_other(self, name: str, attributes: dict[str, str]) -> None:
        if name.startswith((NUMBER, STYLE)):
            self.formats.start(name, attributes)
        elif name == _SPREADSHEET:
            self.is_spreadsheet = True
        elif self._tab is not None and name == _COLUMN:
            self._tab.add_columns(attributes)
        elif self._tab is not None and name == _GROUP:
            self._tab.start_group(attributes)

    def _start_in_cell(self, name: str, attributes: dict[str, str]) -> None:
        if name in _PARAGRAPHS:
            if self._has_text:
                self._characters = self._parser.CharacterDataHandler = self._text.add
        elif name in _LEFT_OUT or name == _TAB or name.startswith(DRAWING):
            self._leave_out()
        else:
            self._text.add_element(name, attributes)

    def _start_tab(self, name: str) -> None:
        if not self.is_spreadsheet or _ELSEWHERE.fullmatch(name):
            self._leave_out()
            return
        self.names.append(name)
        if self._wanted is not None and loose(name) not in self._wanted:
            self._leave_out()
            return
        self._tab = self.contents[name] = TabContent(self.formats.codes())

    def _end(self, name: str) -> None:
        if name == _ROW and self._tab is not None:
            self._tab.end_row()
        elif name == _GROUP and self._tab is not None:
            self._tab.end_group()
        elif name == _TAB:
            self._tab = None
        elif name.startswith(NUMBER):
            self.formats.end(name)

    def _end_in_cell(self, name: str) -> None:
        if name in _PARAGRAPHS:
            if self._has_text:
                self._text.end_paragraph()
                self._characters = self._parser.CharacterDataHandler = None
        elif name in (_CELL, _COVERED) and self._tab is not None:
            self._tab.end_cell(self._text.taken() if self._has_text else "")
            self._handle(self._start, self._end, None)

    def _leave_out(self) -> None:
        """Passes over the element that has just begun, with all that is in it."""
        self._left_out, self._behind = 1, (self._handlers, self._characters)
        self._handle(self._deeper, self._shallower, None)

    def _deeper(self, *_: object) -> None:
        self._left_out += 1

    def _shallower(self, _: str) -> None:
        self._left_out -= 1
        if not self._left_out:
            (start, end), characters = self._behind
            self._handle(start, end, characters)

    def _handle(self, start: _Start, end: _Text, characters: _Text | None) -> None:
        """Who is told from here on; a cell is told of its own, and what is left out of nothing."""
        self._handlers, self._characters = (start, end), characters
        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        self._parser.CharacterDataHandler = characters
