"""The template environment: sandboxed, and with every value escaped unless it is Markdown of ours."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sheets_sync import shipped
from sheets_sync.announce.discord import Markdown, code_table, escape, moment

SUFFIX = ".md.j2"


def environment(league_templates: Path) -> ImmutableSandboxedEnvironment:
    """Templates of the league's own folder come before the shipped ones, file by file."""
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(league_templates), FileSystemLoader(shipped.templates())]),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters["moment"] = moment
    made.filters["table"] = code_table
    return made


def _finalize(value: object) -> object:
    if isinstance(value, (Markdown, Undefined)):
        return value
    return escape("" if value is None else str(value))


def template_names(league_templates: Path) -> list[str]:
    """The announcements that can be rendered."""
    folders = (league_templates, shipped.templates())
    files = [file for folder in folders if folder.is_dir() for file in folder.glob(f"*{SUFFIX}")]
    return sorted({file.name.removesuffix(SUFFIX) for file in files})
