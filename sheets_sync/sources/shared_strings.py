"""The shared strings of a workbook: each text once, with its formatted runs joined."""

from __future__ import annotations

from xml.parsers.expat import ExpatError

from sheets_sync.sources.cell_text import decode_text
from sheets_sync.sources.package import bad_xml
from sheets_sync.sources.xml_bytes import UnsafeXml, local, strict_parser


def read_shared_strings(part: str, data: bytes) -> list[str]:
    """Phonetic runs (``rPh``) are readings of the text, not part of it. Raises BadPackage."""
    reader = _Reader()
    parser = strict_parser()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    try:
        parser.Parse(data, True)
    except (ExpatError, UnsafeXml, LookupError) as error:
        raise bad_xml(part, error) from None
    return reader.strings


class _Reader:
    __slots__ = ("phonetic", "pieces", "strings", "within")

    def __init__(self) -> None:
        self.strings: list[str] = []
        self.pieces: list[str] = []
        self.within = self.phonetic = False

    def start(self, name: str, _: dict[str, str]) -> None:
        tag = local(name)
        self.within = tag == "t" and not self.phonetic
        if tag == "rPh":
            self.phonetic = True

    def characters(self, text: str) -> None:
        if self.within:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        tag, self.within = local(name), False
        if tag == "rPh":
            self.phonetic = False
        elif tag == "si":
            self.strings.append(decode_text("".join(self.pieces)))
            self.pieces.clear()
