"""The first look, stage by stage: ruleset, tabs, questions, the league's words, and what is to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sheets_sync import marked_yaml
from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.books import Book
from sheets_sync.jobs.first_look.choosing import Guess, choose
from sheets_sync.jobs.first_look.entries import Entry, entries
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.league_words import league_words
from sheets_sync.jobs.first_look.people import with_everybody
from sheets_sync.jobs.first_look.rules_text import Rules, rules_text
from sheets_sync.jobs.new_league.start import Start
from sheets_sync.problems import Problem
from sheets_sync.ruleset.files import gather
from sheets_sync.ruleset.load import load_ruleset

Ask = Callable[[Guess], Guess]


@dataclass(frozen=True, slots=True)
class Look:
    """What was found. ``guesses``: one for each tab; ``entries``: what is to be read; ``rules``: what the
    league says for itself, from its tabs where they say it; ``known``: with these words."""

    ruleset: str
    books: tuple[Book, ...]
    guesses: tuple[Guess, ...]
    entries: tuple[Entry, ...]
    rules: Rules
    known: Known

    @property
    def has_people(self) -> bool:
        """Whether an entry list was found."""
        return any(entry.kind == "entries" for entry in self.entries)


def look(
    books: Sequence[Book], ruleset: str, folders: Sequence[Path], ask: Ask
) -> tuple[Look | None, list[Problem]]:
    """Understands every tab as well as it can. ``ask``: gives back an unsure guess as a person, or nobody,
    has settled it; ``folders`` are searched for the ruleset first."""
    sources, problems = gather(ruleset, folders, None, None)
    if sources is None:
        return None, problems
    start = Start.of(sources)
    loaded, problems = load_ruleset(ruleset, folders, None, start.changes())
    if loaded is None:
        return None, problems
    setting = _Setting(ruleset, folders, start, Known.of(loaded, start.rounds))
    guesses, known = _understood([grid for book in books for grid in book.grids], setting)
    guesses = [each if each.sure else ask(each) for each in guesses]
    rules, known = setting.with_words(guesses, known)
    found = tuple(entries(guesses, known))
    known = with_everybody(found, known)
    return Look(ruleset, tuple(books), tuple(guesses), found, rules, known), []


def _understood(grids: Sequence[Grid], setting: _Setting) -> tuple[list[Guess], Known]:
    """Twice where the ruleset leaves words open: with the words of the first time more is understood."""
    guesses, known = choose(grids, setting.document)
    rules, better = setting.with_words(guesses, known)
    return choose(grids, better) if rules.text else (guesses, better)


@dataclass(frozen=True, slots=True)
class _Setting:
    """The ruleset by its name, what it leaves open, and what is known by the document alone."""

    ruleset: str
    folders: Sequence[Path]
    start: Start
    document: Known

    def with_words(self, guesses: Sequence[Guess], known: Known) -> tuple[Rules, Known]:
        """The rules that the league begins with, and what is known with them."""
        rules = rules_text(self.start, league_words(guesses, known), self.document)
        if not rules.text:
            return rules, known
        changes, _ = marked_yaml.parse(rules.text, Path("league.yaml"))
        loaded, problems = load_ruleset(self.ruleset, self.folders, None, changes)
        if loaded is None or problems:
            return Rules(self.start.text(), ""), known
        return rules, Known.of(loaded, rounds_open=False).with_names(known.context.names)
