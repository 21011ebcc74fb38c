"""Writes docs/rules/ from the rules themselves: python docs/make_rule_pages.py

One page a kind: the docstring of its module, the settings of its model, and two of its cases.
"""

from __future__ import annotations

import importlib
import types
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from setting_words import TYPES, default_words, type_words

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Sequence
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds import season
from sheets_sync.ruleset.model import SECTIONS, Section
from sheets_sync.ruleset.scope_checks import ASKED, WHOLE

FOLDER = Path(__file__).parent / "rules"
CASES = Path(__file__).parents[1] / "tests" / "cases" / "rules"
MADE = "<!-- Made by docs/make_rule_pages.py from the rule itself: don't edit it by hand. -->"
SHARED = "The settings that all kinds share, such as `rounds`, `article` and `except`: [README](README.md)."
EVERYWHERE = """Every rule takes these settings, too. All but `article` and `assumption` say where it holds;
each kind's page says which of these it can be asked about. A default is what holds where neither
the ruleset nor what it extends, down to `base`, says anything."""
FORMS = """
- `except` is a map of exceptions: each has a name, says where it holds, and only what differs there.
  Of several that fit the later ones win.
- `like: NAME` takes over what another rule of the same section says.
- `off` in place of the settings takes a rule out that stands in what the ruleset extends."""
VALUES = "What the columns *Type* mean. Where a list is wanted, one alone needs no brackets."
HEADINGS = ("Setting", "Type", "Default", "What it says")


def module_of(kind: str) -> types.ModuleType:
    """The module of a kind, whose docstring is its documentation."""
    return importlib.import_module(f"sheets_sync.rules.{kind}.rule")


def pages() -> dict[str, str]:
    """File name -> its whole text."""
    made = {f"{section.name}.md": page(section) for section in SECTIONS}
    return {"README.md": index(), **made}


def index() -> str:
    """The list of the kinds, and the settings that all of them share."""
    kinds = [f"- [{each.name}]({each.name}.md): {_about(each.name)[0]}" for each in SECTIONS]
    head = ["# Kinds of rules", "", MADE, "", *kinds, "", "## Everywhere", "", EVERYWHERE, ""]
    values = ["", "## Values", "", VALUES, "", *_rows(("Type", "How it is written"), TYPES.items())]
    return "\n".join([*head, *_table(("",), Item), FORMS.strip(), *values])


def page(section: Section) -> str:
    """One kind's page."""
    first, rest = _about(section.name)
    lines = [f"# {section.name}", "", MADE, "", first, "", rest, "", "## Settings", ""]
    if section.many:
        lines += [f"`{section.name}` is a map: each of its rules has a name and these settings.", ""]
    lines += _table((section.name,), section.model)
    for names, model in _nested(section.model):
        lines += [f"### Inside {' and '.join(f'`{name}`' for name in names)}", "", *_table(names, model)]
    if section.name == "season":
        lines += ["### Inside a round of `calendar`", "", *_table(("calendar",), season.RoundEntry)]
    lines += [_where(section.name), ""]
    return "\n".join([*lines, SHARED, "", "## Examples", "", *_examples(section.name)])


def _about(kind: str) -> tuple[str, str]:
    """The docstring: its first line as a sentence, and what follows."""
    first, _, rest = (module_of(kind).__doc__ or "").partition("\n")
    sentence = first.partition(": ")[2]
    return sentence[:1].upper() + sentence[1:], rest.strip().replace("``", "`")


def _where(kind: str) -> str:
    """Which of the shared settings can say where such a rule holds."""
    scopes = ", ".join(f"`{name}`" for name in ASKED[kind])
    if not scopes:
        return "Such a rule has no exceptions: where something else holds, it is a rule of its own."
    if kind in WHOLE:
        return f"A rule, and each of its exceptions, can say where it holds with {scopes}."
    return f"Exceptions can say where they hold with {scopes}; all of it can't."


def _table(names: tuple[str, ...], model: type[BaseModel]) -> list[str]:
    """The settings of a model, which stands under one of these names."""
    shared = set(Item.model_fields) if issubclass(model, Item) and model is not Item else set()
    hints = typing.get_type_hints(model, include_extras=True)
    rows = [
        _row(names, _alias(key, field), hints[key], field)
        for key, field in model.model_fields.items()
        if key not in shared
    ]
    return _rows(HEADINGS, rows)


def _rows(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    titles = list(headings)
    lines = [titles, ["---"] * len(titles), *map(list, rows)]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]


def _alias(key: str, field: FieldInfo) -> str:
    return field.alias or key


def _row(names: tuple[str, ...], key: str, hint: Any, field: FieldInfo) -> tuple[str, ...]:
    says = (field.description or "").replace(" -> ", " → ")
    return f"`{key}`", type_words(names[0], key, hint), default_words(names[0], key, field), says


def _nested(model: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], type[BaseModel]]]:
    """The settings that are settings themselves; those of one form stand in one table."""
    found: dict[type[BaseModel], list[str]] = {}
    for key, field in model.model_fields.items():
        for inner in _models_in(field.annotation):
            found.setdefault(inner, []).append(_alias(key, field))
    for inner, keys in found.items():
        yield tuple(keys), inner


def _models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for argument in get_args(hint):
        yield from _models_in(argument)


def _examples(kind: str) -> Iterator[str]:
    """The cases of a kind that are marked with `example: yes`, as they stand in their file."""
    path = CASES / f"{kind}.yaml"
    node, _ = marked_yaml.load(path)
    cases = node.items["cases"] if node else None
    if not isinstance(cases, Sequence):
        raise ValueError(f"{path} has no cases")
    starts = [item.at.line for item in cases.items]
    source = path.read_text(encoding="utf-8").splitlines()
    for item, end in zip(cases.items, [*starts[1:], len(source) + 1], strict=True):
        if isinstance(item, Map) and "example" in item.items:
            first = item.keys["rules"].line
            plain = marked_yaml.plain(item)
            body = [line[4:] for line in source[first - 1 : end - 1]]
            yield from (f"### {plain['name']}", "", plain["why"], "", "```yaml")
            yield from ("\n".join(body).rstrip(), "```", "")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text.rstrip() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
