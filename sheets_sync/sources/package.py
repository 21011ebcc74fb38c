"""The package of a workbook: a zip of parts, opened with limits, and what its parts refer to."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from sheets_sync.sources.bounds import (
    CHUNK,
    BadPackage,
    check_listed,
    check_part,
    check_run,
    check_sizes,
    check_total,
    check_tree,
)
from sheets_sync.sources.xml_bytes import UnsafeXml, local

__all__ = [
    "UNOPENABLE",
    "UNREADABLE",
    "WORKSHEET",
    "BadPackage",
    "Package",
    "Relationship",
    "Sheet",
    "bad_xml",
    "open_package",
    "part_key",
    "relationships_part",
]

WORKSHEET = "worksheet"

UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
UNOPENABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError)


@dataclass(frozen=True, slots=True)
class Relationship:
    """``kind`` is the last word of its type; ``target`` is a part's name."""

    id: str
    kind: str
    type: str
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tab: ``kind`` is worksheet, chartsheet, dialogsheet or a macro sheet's; ``id``: by which other parts
    of a workbook call it."""

    name: str
    kind: str
    part: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """An opened package. ``parts`` maps a part's name in lower case (names ignore case) to its entry;
    ``recent``: the part that was read last, for it is often read again."""

    data: bytes
    archive: zipfile.ZipFile
    parts: Mapping[str, zipfile.ZipInfo]
    recent: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and part_key(name) in self.parts

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises BadPackage where it is missing or damaged."""
        key = part_key(name)
        if key not in self.recent:
            self.recent.clear()
            try:
                self.recent[key] = self.archive.read(self._entry(name))
            except UNREADABLE as error:
                raise _damaged(name, error) from None
        return self.recent[key]

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes piece by piece, for parts that are large. Raises BadPackage as ``read`` does."""
        try:
            with self.archive.open(self._entry(name)) as part:
                while chunk := part.read(CHUNK):
                    check_run(name, chunk)
                    yield chunk
        except UNREADABLE as error:
            raise _damaged(name, error) from None

    def _entry(self, name: str) -> zipfile.ZipInfo:
        info = self.parts.get(part_key(name))
        if info is None:
            raise BadPackage(f"The workbook refers to its part '{name}', which is not in the file.")
        check_part(name, info)
        return info

    def check_total(self, names: Iterable[str]) -> None:
        """Raises BadPackage where these parts together are more than is read."""
        check_total([self.parts[key] for name in names if (key := part_key(name)) in self.parts])

    def xml(self, name: str) -> Element:
        """A small part as a tree."""
        data = self.read(name)
        check_tree(name, data)
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except (ParseError, DefusedXmlException, UnsafeXml, ValueError, LookupError) as error:
            raise bad_xml(name, error) from None
        return root

    def relationships(self, source: str) -> list[Relationship]:
        """What a part refers to inside of the package; ``""`` is the package itself."""
        name = relationships_part(source)
        listed = self.xml(name) if name in self else ()
        folder = posixpath.dirname(source)
        return [_relationship(item, folder) for item in listed if _inside(item)]


def relationships_part(source: str) -> str:
    """The name of the part that lists what ``source`` refers to."""
    folder, base = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _damaged(name: str, error: Exception) -> BadPackage:
    return BadPackage(f"The workbook's part '{name}' is damaged ({error}).")


def bad_xml(name: str, error: Exception) -> BadPackage:
    if isinstance(error, (DefusedXmlException, UnsafeXml)):
        return BadPackage(f"The workbook's part '{name}' declares a document type, which is not read.")
    return BadPackage(f"The workbook's part '{name}' is no well-formed XML ({error}).")


def _inside(item: Element) -> bool:
    return local(item.tag) == "Relationship" and item.get("TargetMode") != "External"


def _relationship(item: Element, folder: str) -> Relationship:
    type_, target = item.get("Type", ""), item.get("Target", "")
    whole = target if target.startswith("/") else posixpath.join("/", folder, target)
    kind = type_.rpartition("/")[2]
    return Relationship(item.get("Id", ""), kind, type_, posixpath.normpath(whole).lstrip("/"))


def open_package(data: bytes) -> Package:
    """Raises BadPackage for what is no sound zip file, or for one that would unpack without end."""
    check_listed(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNOPENABLE:
        raise BadPackage("The file is damaged or was not copied completely.") from None
    entries = [info for info in archive.infolist() if not info.is_dir()]
    check_sizes(entries, len(data))
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in entries:
        name = _part_name(info)
        if name in parts:
            raise BadPackage(f"The file holds the part '{info.filename}' twice.")
        parts[name] = info
    return Package(data, archive, parts)


def part_key(name: str) -> str:
    """Part names ignore case, and some programs write them with backslashes, a leading slash or escapes."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()


def _part_name(info: zipfile.ZipInfo) -> str:
    name = part_key(info.filename)
    if ".." in name.split("/"):
        raise BadPackage(f"The file holds a part with the unsafe name '{info.filename}'.")
    return name
