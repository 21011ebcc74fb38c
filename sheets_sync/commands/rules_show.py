"""`rules show`: a ruleset as a readable document."""

from __future__ import annotations

from rich.table import Table as RichTable
from rich.text import Text

from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.naming import named
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import console, indented, print_json, say
from sheets_sync.problems import has_errors
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.show import ShownRule, assumptions, frame, shown_rules


def run(name: str, as_json: bool) -> int:
    wanted, problems = named(name)
    ruleset, found = wanted.load() if wanted else (None, [])
    if ruleset is None or has_errors(problems):
        return stopped([*problems, *found], as_json, UNUSABLE)
    if as_json:
        print_json(_json(ruleset))
    else:
        _print(ruleset)
    return DONE


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
                "setting": setting.setting.strip(),
                "exception": setting.exception,
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
