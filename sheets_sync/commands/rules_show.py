"""`rules show`: a ruleset as a readable document."""

from __future__ import annotations

from pathlib import Path

from rich.table import Table as RichTable
from rich.text import Text

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import console, indented, print_json, say
from sheets_sync.problems import Problem
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.show import ShownRule, assumptions, frame, shown_rules


def run(name: str, as_json: bool) -> int:
    ruleset, problems = _load(name)
    if ruleset is None:
        return stopped(problems, as_json, UNUSABLE)
    if as_json:
        print_json(_json(ruleset))
    else:
        _print(ruleset)
    return DONE


def _load(name: str) -> tuple[Ruleset | None, list[Problem]]:
    """A league with its own changes, a folder with a ruleset.yaml, or a shipped ruleset."""
    path = Path(name)
    if path.name == "league.yaml" or (path / "league.yaml").is_file():
        setup, problems = pipeline.set_up(path)
        return (setup.ruleset if setup else None), problems
    if (path / "ruleset.yaml").is_file():
        return load_ruleset(path.resolve().name, [path.resolve().parent])
    return load_ruleset(name)


def _print(ruleset: Ruleset) -> None:
    console.print(Text(ruleset.document, style="bold"))
    say("Read from: " + ", ".join(file.parent.name for file in ruleset.files))
    for rule in [*frame(ruleset), *shown_rules(ruleset)]:
        _print_rule(rule)
    found = assumptions(ruleset)
    console.print(Text(f"\nAssumptions ({len(found)}): set them under 'rules' in league.yaml", style="bold"))
    for setting, text in found:
        indented(f"{setting}: {text}", 2)
    console.print(Text("\nArticles", style="bold"))
    for article in ruleset.articles.values():
        indented(f"{article.name}: {article.title}. {article.says}", 2)


def _print_rule(rule: ShownRule) -> None:
    drawn = RichTable(title=rule.name, title_justify="left", title_style="bold", box=None, show_header=False)
    drawn.add_column(style="cyan", no_wrap=True)
    drawn.add_column(ratio=1)
    drawn.add_column(style="dim")
    for setting in rule.settings:
        mark = f"{setting.article} (assumed)" if setting.assumption else setting.article
        drawn.add_row(Text(f"  {setting.setting}"), Text(setting.value), Text(mark))
    console.print(drawn)


def _json(ruleset: Ruleset) -> dict[str, object]:
    return {
        "name": ruleset.name,
        "document": ruleset.document,
        "rules": [
            {
                "rule": setting.rule,
                "setting": setting.setting,
                "value": setting.value,
                "article": setting.article,
                "assumption": setting.assumption,
            }
            for rule in [*frame(ruleset), *shown_rules(ruleset)]
            for setting in rule.settings
        ],
        "articles": {
            each.name: {"title": each.title, "says": each.says} for each in ruleset.articles.values()
        },
    }
