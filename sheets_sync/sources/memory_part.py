"""Our memory inside of the workbook: a standard custom XML part, which Excel keeps when it saves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from sheets_sync.sources.cell_text import decode_text, encode_text
from sheets_sync.sources.draft import Draft
from sheets_sync.sources.package import BadPackage, Package
from sheets_sync.sources.package_links import content_type, declare, link, relationship_type
from sheets_sync.sources.workbook_part import WorkbookPart

NAMESPACE = "urn:sheets-sync:memory:1"

_ROOT = f"{{{NAMESPACE}}}memory"
_ITEM_ID = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
_ITEM = re.compile(r"customxml/[^/]+\.xml")


def read_memory(package: Package, workbook: WorkbookPart) -> str | None:
    """The text that ``remember`` stored."""
    part = _find(package, workbook)
    return None if part is None else decode_text(package.xml(part).text or "")


def remember(draft: Draft, workbook: WorkbookPart, memory: str) -> None:
    """Changes the parts, or adds them, so that the workbook remembers this text."""
    part = _find(draft, workbook)
    if part is None:
        part = _new_item(draft, workbook)
    draft.put(part, _item(memory))
    # LibreOffice keeps the part but drops its link, without which Excel would drop the part.
    link(draft, workbook, "customXml", part, "rIdMemory")


def _new_item(draft: Draft, workbook: WorkbookPart) -> str:
    """Adds all that an item needs beside itself, and gives its name."""
    number = next(n for n in range(1, len(draft.parts) + 2) if not _taken(draft, n))
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    draft.put(properties, _properties())
    links = f"customXml/_rels/item{number}.xml.rels"
    draft.put(links, _item_relationships(workbook, f"itemProps{number}.xml"))
    declare(draft, properties, _PROPERTIES)
    if content_type(draft, item) not in ("application/xml", "text/xml"):
        declare(draft, item, "application/xml")
    if not content_type(draft, links):
        declare(draft, links, _RELATIONSHIPS)
    return item


def _find(package: Package, workbook: WorkbookPart) -> str | None:
    for part in dict.fromkeys(_candidates(package, workbook)):
        try:
            if NAMESPACE.encode() in package.read(part) and package.xml(part).tag == _ROOT:
                return part
        except BadPackage:
            continue  # Another program's part: nothing that we could judge.
    return None


def _candidates(package: Package, workbook: WorkbookPart) -> Iterator[str]:
    yield from (item.target for item in workbook.relationships if item.kind == "customXml")
    yield from (info.filename for name, info in package.parts.items() if _ITEM.fullmatch(name))


def _taken(package: Package, number: int) -> bool:
    names = (f"item{number}.xml", f"itemProps{number}.xml", f"_rels/item{number}.xml.rels")
    return any(f"customXml/{name}" in package for name in names)


def _item(memory: str) -> bytes:
    text = encode_text(memory)
    return f'{_HEAD}<m:memory xmlns:m="{NAMESPACE}" xml:space="preserve">{text}</m:memory>'.encode()


def _properties() -> bytes:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    item = f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_DATASTORE}">{schema}</ds:datastoreItem>'
    return f"{_HEAD}{item}".encode()


def _item_relationships(workbook: WorkbookPart, target: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    type_ = quoteattr(relationship_type(workbook, "customXmlProps"))
    item = f'<Relationship Id="rId1" Type={type_} Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{namespace}">{item}</Relationships>'.encode()
