"""What keeps a whole workbook from being written, whichever cells change."""

from __future__ import annotations

from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.draft import Draft
from sheets_sync.sources.package_links import CONTENT_TYPES, content_type
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.workbook_part import WorkbookPart

_SAVE_AS = "Save it as a workbook (.xlsx, with macros .xlsm)."


def whole_file(snapshot: Snapshot, draft: Draft, workbook: WorkbookPart) -> list[Problem]:
    return [*_signed(snapshot, draft), *_no_workbook(snapshot, draft, workbook)]


def _signed(snapshot: Snapshot, draft: Draft) -> list[Problem]:
    if not any(name.startswith("_xmlsignatures/") for name in draft.parts):
        return []
    message = (
        "The workbook is digitally signed, and any change would break the signature; nothing is written."
    )
    return [Problem(message, FileLine(snapshot.path), "Remove the signature, or write to another workbook.")]


def _no_workbook(snapshot: Snapshot, draft: Draft, workbook: WorkbookPart) -> list[Problem]:
    """Who opens a template gets a copy of it, and an add-in shows no tabs: nobody would see what we wrote."""
    type_ = content_type(draft, workbook.name) if CONTENT_TYPES in draft else ""
    if ".template." in type_:
        message = "The file is a template, of which everybody who opens it gets a copy; nothing is written."
        return [Problem(message, FileLine(snapshot.path), _SAVE_AS)]
    if ".addin." in type_:
        message = "The file is an add-in, whose tabs nobody sees; nothing is written."
        return [Problem(message, FileLine(snapshot.path), _SAVE_AS)]
    return []
