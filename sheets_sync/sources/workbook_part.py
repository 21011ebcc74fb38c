"""The workbook part: which tabs there are, in which parts they stand, and from when dates count."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from sheets_sync.sources.package import BadPackage, Package, Relationship, Sheet
from sheets_sync.sources.xml_bytes import local

_FALSE = ("", "0", "false", "off")


@dataclass(frozen=True, slots=True)
class WorkbookPart:
    """``name`` is the part's own name, which needn't be xl/workbook.xml; ``recalculates``: results of
    formulas are old until a spreadsheet program opens and saves the file."""

    name: str
    sheets: tuple[Sheet, ...]
    epoch_1904: bool
    recalculates: bool
    relationships: tuple[Relationship, ...]

    def target(self, kind: str) -> str | None:
        """The part of a kind there is one of, such as styles or sharedStrings."""
        return next((item.target for item in self.relationships if item.kind == kind), None)

    def sheet(self, name: str) -> Sheet | None:
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def read_workbook_part(package: Package) -> WorkbookPart:
    """Raises BadPackage where the package holds no workbook."""
    name = _main_part(package)
    root = package.xml(name)
    if local(root.tag) != "workbook":
        raise BadPackage("The file is no workbook but another Office document.")
    relationships = package.relationships(name)
    by_id = {item.id: item for item in relationships}
    settings = next((item for item in root if local(item.tag) == "workbookPr"), None)
    epoch_1904 = settings is not None and settings.get("date1904", "").lower() not in _FALSE
    sheets = tuple(_sheets(root, by_id))
    return WorkbookPart(name, sheets, epoch_1904, _recalculates(root), tuple(relationships))


def _recalculates(root: Element) -> bool:
    settings = next((item for item in root if local(item.tag) == "calcPr"), None)
    return settings is not None and settings.get("fullCalcOnLoad", "").lower() not in _FALSE


def _main_part(package: Package) -> str:
    for item in package.relationships(""):
        if item.kind == "officeDocument":
            return item.target
    raise BadPackage("The file is a zip archive but no workbook.")


def _sheets(root: Element, by_id: dict[str, Relationship]) -> list[Sheet]:
    listed = [item for group in root if local(group.tag) == "sheets" for item in group]
    return [_sheet(item, by_id) for item in listed if local(item.tag) == "sheet"]


def _sheet(item: Element, by_id: dict[str, Relationship]) -> Sheet:
    ids = [value for key, value in item.attrib.items() if key.startswith("{") and local(key) == "id"]
    name, found = item.get("name", ""), by_id.get(ids[0] if ids else "")
    if found is None:
        raise BadPackage(f"The workbook lists the tab '{name}' without saying where its cells are.")
    return Sheet(name, found.kind, found.target, item.get("sheetId", ""))
