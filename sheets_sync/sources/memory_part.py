"""Our memory inside of the workbook: a standard custom XML part, which Excel keeps when it saves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from sheets_sync.sources.cell_text import decode_text, encode_text
from sheets_sync.sources.package import BadPackage, Package
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import appended

NAMESPACE = "urn:sheets-sync:memory:1"

_ROOT = f"{{{NAMESPACE}}}memory"
_ITEM_ID = f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()}}}"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
_CONTENT_TYPES = "[Content_Types].xml"
_ITEM = re.compile(r"customxml/[^/]+\.xml")


def read_memory(package: Package, workbook: WorkbookPart) -> str | None:
    """The text that ``changed_for_memory`` stored."""
    part = _find(package, workbook)
    return None if part is None else decode_text(package.xml(part).text or "")


def changed_for_memory(package: Package, workbook: WorkbookPart, memory: str) -> dict[str, bytes]:
    """The parts that change or are new when the workbook is to remember this text."""
    part = _find(package, workbook)
    if part is not None:
        return {part: _item(memory)}
    number = next(n for n in range(1, len(package.parts) + 2) if not _taken(package, n))
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    types = _relationship_types(workbook)
    relationships = posixpath.join(
        posixpath.dirname(workbook.name), "_rels", f"{posixpath.basename(workbook.name)}.rels"
    )
    return {
        _CONTENT_TYPES: _with_content_types(package, properties, item),
        relationships: _with_relationship(package.read(relationships), workbook, types, f"/{item}"),
        item: _item(memory),
        properties: _properties(),
        f"customXml/_rels/item{number}.xml.rels": _item_relationships(types, f"itemProps{number}.xml"),
    }


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


def _relationship_types(workbook: WorkbookPart) -> str:
    """Strict workbooks use other names for the same relationships."""
    strict = any(item.type.startswith("http://purl.oclc.org/") for item in workbook.relationships)
    if strict:
        return "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _with_relationship(data: bytes, workbook: WorkbookPart, types: str, target: str) -> bytes:
    used = {item.id for item in workbook.relationships}
    free = next(name for n in range(1, len(used) + 2) if (name := f"rIdMemory{n}") not in used)
    attributes = f'Id="{free}" Type="{types}customXml" Target={quoteattr(target)}'
    return appended(data, lambda prefix: f"<{prefix}Relationship {attributes}/>")


def _with_content_types(package: Package, properties: str, item: str) -> bytes:
    data, root = package.read(_CONTENT_TYPES), package.xml(_CONTENT_TYPES)
    overrides = {f"/{properties}": _PROPERTIES}
    if not any(child.get("Extension", "").lower() == "xml" for child in root):
        overrides[f"/{item}"] = "application/xml"
    for part, type_ in overrides.items():
        attributes = f'PartName="{part}" ContentType="{type_}"'
        data = appended(data, lambda prefix, attributes=attributes: f"<{prefix}Override {attributes}/>")  # type: ignore[misc]
    return data


def _item(memory: str) -> bytes:
    text = encode_text(memory)
    return f'{_HEAD}<m:memory xmlns:m="{NAMESPACE}" xml:space="preserve">{text}</m:memory>'.encode()


def _properties() -> bytes:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    item = f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_DATASTORE}">{schema}</ds:datastoreItem>'
    return f"{_HEAD}{item}".encode()


def _item_relationships(types: str, target: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    item = f'<Relationship Id="rId1" Type="{types}customXmlProps" Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{namespace}">{item}</Relationships>'.encode()
