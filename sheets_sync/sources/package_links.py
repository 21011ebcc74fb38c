"""What ties a part to its package: the relationship from the workbook and its content type."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from xml.sax.saxutils import quoteattr

from sheets_sync.sources.draft import Draft
from sheets_sync.sources.package import part_key, relationships_part
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import Edit, Element, appended, apply_edits, elements, local

CONTENT_TYPES = "[Content_Types].xml"


def link(draft: Draft, workbook: WorkbookPart, kind: str, part: str, id: str) -> None:
    """Relates the workbook to a part, unless it already is. ``id``: how the relationship's id begins."""
    found = draft.relationships(workbook.name)
    if any(part_key(each.target) == part_key(part) for each in found):
        return
    used = {each.id for each in found}
    free = next(name for n in range(1, len(used) + 2) if (name := f"{id}{n}") not in used)
    type_ = relationship_type(workbook, kind)
    target = posixpath.relpath(part, posixpath.dirname(workbook.name))
    text = f"Relationship Id={quoteattr(free)} Type={quoteattr(type_)} Target={quoteattr(target)}"
    name = relationships_part(workbook.name)
    draft.put(name, appended(draft.read(name), lambda prefix: f"<{prefix}{text}/>"))


def unlink(draft: Draft, workbook: WorkbookPart, kind: str) -> None:
    """Takes out the workbook's relationships of this kind."""
    _cut(
        draft,
        relationships_part(workbook.name),
        lambda item: item.attributes.get("Type", "").rpartition("/")[2] == kind,
    )


def declare(draft: Draft, part: str, type_: str) -> None:
    """Says of what type a part is."""
    text = f'Override PartName="/{part}" ContentType="{type_}"'
    draft.put(CONTENT_TYPES, appended(draft.read(CONTENT_TYPES), lambda prefix: f"<{prefix}{text}/>"))


def undeclare(draft: Draft, part: str) -> None:
    key = part_key(part)
    _cut(draft, CONTENT_TYPES, lambda item: part_key(item.attributes.get("PartName", "")) == key)


def relationship_type(workbook: WorkbookPart, kind: str) -> str:
    """Strict workbooks use other names for the same relationships."""
    base = "purl.oclc.org/ooxml" if is_strict(workbook) else "schemas.openxmlformats.org"
    return f"http://{base}/officeDocument{'' if is_strict(workbook) else '/2006'}/relationships/{kind}"


def is_strict(workbook: WorkbookPart) -> bool:
    return any(item.type.startswith("http://purl.oclc.org/") for item in workbook.relationships)


def content_type(draft: Draft, part: str) -> str:
    """What a part is declared to be; empty where its package doesn't say."""
    kinds = {}
    for item in draft.xml(CONTENT_TYPES):
        where = part_key(item.get("PartName", "")) or "." + item.get("Extension", "").lower()
        kinds[where] = item.get("ContentType", "")
    return kinds.get(part_key(part)) or kinds.get(posixpath.splitext(part_key(part))[1], "")


def _cut(draft: Draft, name: str, goes: Callable[[Element], bool]) -> None:
    data = draft.read(name)
    found = elements(data, lambda tag, depth: depth == 1 and local(tag) in ("Relationship", "Override"))
    draft.put(name, apply_edits(data, [Edit(item.start, item.end, "") for item in found if goes(item)]))
