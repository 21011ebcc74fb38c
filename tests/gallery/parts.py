"""The parts of a package, and how one is put among them."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from sources.books import read_parts, relationships

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
SHEET = "xl/worksheets/sheet1.xml"
OTHER = "xl/worksheets/sheet2.xml"
BOOK = "xl/workbook.xml"
TYPES = "[Content_Types].xml"
SPREADSHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The children of a worksheet that stand behind its cells, in the order of the schema.
_ORDER = [
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]


class Parts(dict[str, bytes]):
    """Name -> bytes, in the order of the file."""

    @classmethod
    def of(cls, path: Path) -> Parts:
        return cls(read_parts(path))

    def text(self, name: str) -> str:
        return self[name].decode()

    def replace(self, name: str, old: str, new: str) -> None:
        assert old in self.text(name), (name, old)
        self[name] = self.text(name).replace(old, new, 1).encode()

    def default(self, extension: str, type_: str) -> None:
        self.replace(TYPES, "<Override", f'<Default Extension="{extension}" ContentType="{type_}"/><Override')

    def add(self, name: str, data: str | bytes, type_: str = "") -> None:
        """A new part; ``type_``: its content type, where the extension doesn't say it."""
        self[name] = data.encode() if isinstance(data, str) else data
        if type_:
            self.replace(TYPES, "</Types>", f'<Override PartName="/{name}" ContentType="{type_}"/></Types>')

    def relate(self, source: str, kind: str, part: str, mode: str = "") -> str:
        """A relationship to a part, and its id. ``kind``: the last word of the type, or the whole of it."""
        folder, base = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self:
            self[name] = (HEAD + relationships(OFFICE)).encode()
        number = 100 + len(re.findall("<Relationship ", self.text(name)))
        type_ = kind if "://" in kind else f"{OFFICE}/{kind}"
        external = ' TargetMode="External"' if mode else ""
        target = part if mode else posixpath.relpath(part, folder or ".")
        item = f'<Relationship Id="rId{number}" Type="{type_}" Target="{target}"{external}/>'
        text = (
            re.sub(r"/>\s*$", "></Relationships>", self.text(name)) if "</Rel" not in self.text(name) else ""
        )
        self[name] = (text or self.text(name)).replace("</Relationships>", f"{item}</Relationships>").encode()
        return f"rId{number}"

    def into_sheet(self, xml: str, sheet: str = SHEET, place_of: str = "") -> None:
        """An element behind the cells, where the schema has it, or the element that it stands for."""
        tag = place_of or xml[1:].partition(" ")[0].partition(">")[0]
        behind = "|".join([*_ORDER[_ORDER.index(tag) + 1 :], "/worksheet"])
        place = re.search(rf"<({behind})[\s>/]", self.text(sheet))
        assert place
        text = self.text(sheet)
        self[sheet] = (text[: place.start()] + xml + text[place.start() :]).encode()

    def into_book(self, xml: str, before: str = "<calcPr") -> None:
        self.replace(BOOK, before, xml + before)
