"""Our memory inside of the workbook: a standard custom XML part, which Excel keeps when it saves."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from sheets_sync.sources.cell_text import decode_text, encode_text
from sheets_sync.sources.package import BadPackage, Package, part_key, relationships_part
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
        return {part: _item(memory), **_linked(package, workbook, part)}
    number = next(n for n in range(1, len(package.parts) + 2) if not _taken(package, n))
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    return {
        _CONTENT_TYPES: _with_content_types(package, properties, item),
        **_linked(package, workbook, item),
        item: _item(memory),
        properties: _properties(),
        f"customXml/_rels/item{number}.xml.rels": _item_relationships(workbook, f"itemProps{number}.xml"),
    }


def _linked(package: Package, workbook: WorkbookPart, item: str) -> dict[str, bytes]:
    """LibreOffice keeps the part but drops its link, without which Excel would drop the part."""
    if any(part_key(found.target) == part_key(item) for found in workbook.relationships):
        return {}
    used = {found.id for found in workbook.relationships}
    free = next(name for n in range(1, len(used) + 2) if (name := f"rIdMemory{n}") not in used)
    type_ = _relationship_type(workbook, "customXml")
    target = posixpath.relpath(item, posixpath.dirname(workbook.name))
    link = f"Relationship Id={quoteattr(free)} Type={quoteattr(type_)} Target={quoteattr(target)}"
    name = relationships_part(workbook.name)
    return {name: appended(package.read(name), lambda prefix: f"<{prefix}{link}/>")}


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


def _relationship_type(workbook: WorkbookPart, kind: str) -> str:
    """Strict workbooks use other names for the same relationships."""
    strict = any(item.type.startswith("http://purl.oclc.org/") for item in workbook.relationships)
    base = "purl.oclc.org/ooxml" if strict else "schemas.openxmlformats.org"
    return f"http://{base}/officeDocument{'' if strict else '/2006'}/relationships/{kind}"


def _with_content_types(package: Package, properties: str, item: str) -> bytes:
    """Says what the properties are, and what the item is where ``.xml`` has no default."""
    typed = {f"/{properties}": _PROPERTIES}
    if not any(child.get("Extension", "").lower() == "xml" for child in package.xml(_CONTENT_TYPES)):
        typed[f"/{item}"] = "application/xml"

    def overrides(prefix: str) -> str:
        attributes = (f'PartName="{part}" ContentType="{type_}"' for part, type_ in typed.items())
        return "".join(f"<{prefix}Override {text}/>" for text in attributes)

    return appended(package.read(_CONTENT_TYPES), overrides)


def _item(memory: str) -> bytes:
    text = encode_text(memory)
    return f'{_HEAD}<m:memory xmlns:m="{NAMESPACE}" xml:space="preserve">{text}</m:memory>'.encode()


def _properties() -> bytes:
    schema = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    item = f'<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_DATASTORE}">{schema}</ds:datastoreItem>'
    return f"{_HEAD}{item}".encode()


def _item_relationships(workbook: WorkbookPart, target: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    type_ = quoteattr(_relationship_type(workbook, "customXmlProps"))
    item = f'<Relationship Id="rId1" Type={type_} Target="{target}"/>'
    return f'{_HEAD}<Relationships xmlns="{namespace}">{item}</Relationships>'.encode()
