"""The template environment: sandboxed, and with every value escaped unless it is Markdown of ours."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from sheets_sync import shipped
from sheets_sync.announce.discord import Markdown, code, code_table, escape, moment

SUFFIX = ".md.j2"


class NotToBeSaid(Exception):
    """A template refuses to say something now; the text says why."""


def refuse(reason: object) -> None:
    """What a template calls instead of announcing too early."""
    raise NotToBeSaid(str(reason))


class Unknown(StrictUndefined):
    """A name in a template that stands for nothing, said in a league's words."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name, thing = self._undefined_name, self._undefined_obj
        if thing is missing:
            return f"there is no '{name}'"
        fields = getattr(type(thing), "__dataclass_fields__", {})
        known = f" (it has {', '.join(fields)})" if fields else ""
        return f"there is no '{name}' in {_kind(thing)}{known}"


def _kind(thing: object) -> str:
    """``ResultLine`` is a result line."""
    words = {str: "a text", tuple: "a list", list: "a list", dict: "a map", type(None): "what is empty"}
    return words.get(type(thing), "a" + re.sub(r"(?=[A-Z])", " ", type(thing).__name__).lower())


def environment(league_templates: Path) -> ImmutableSandboxedEnvironment:
    """Templates of the league's own folder come before the shipped ones, file by file."""
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(league_templates), FileSystemLoader(shipped.templates())]),
        undefined=Unknown,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.globals["refuse"] = refuse
    made.filters["moment"] = moment
    made.filters["code"] = code
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
