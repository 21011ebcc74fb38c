"""Which ruleset a person means: a shipped one, a folder with a ruleset.yaml, or that of a league."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sheets_sync.league import load_league
from sheets_sync.marked_yaml import Map
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.files import FILE, Sources, gather
from sheets_sync.ruleset.left_open import a_round, leaves_rounds
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Named:
    """What `load_ruleset` needs: the name, the folders to search first, the line that names it, and the
    changes of a league that are laid on top."""

    name: str
    folders: tuple[Path, ...] = ()
    at: FileLine | None = None
    changes: Map | None = None

    @property
    def title(self) -> str:
        return f"the league with {self.name}" if self.changes else self.name

    def sources(self) -> tuple[Sources | None, list[Problem]]:
        """Its files, merged, whether or not they are right."""
        return gather(self.name, self.folders, self.at, self.changes)

    def below(self) -> Named:
        """What it is laid on: for a league with changes its ruleset, else the ruleset that it extends."""
        if self.changes is not None:
            return replace(self, changes=None)
        sources, _ = self.sources()
        files = sources.files if sources else ()
        return replace(self, name=files[-2].parent.name if len(files) > 1 else self.name)

    def load(self) -> tuple[Ruleset | None, list[Problem]]:
        """The checked ruleset; what leaves its calendar to the league has no rounds."""
        if not leaves_rounds(self.name, self.changes):
            return load_ruleset(self.name, self.folders, self.at, self.changes)
        ruleset, problems = load_ruleset(self.name, self.folders, self.at, a_round())
        return (replace(ruleset, rounds=()) if ruleset else None), problems


def named(text: str) -> tuple[Named | None, list[Problem]]:
    """The one ruleset that is meant; None where a league file that names it can't be read."""
    path = Path(text)
    if path.name == "league.yaml" or (path / "league.yaml").is_file():
        return _of_league(path)
    if path.name == FILE and path.is_file():
        path = path.parent
    if (path / FILE).is_file():
        return Named(path.resolve().name, (path.resolve().parent,)), []
    return Named(text), []


def all_named(text: str) -> tuple[list[Named], list[Problem]]:
    """As `named`; of a folder that holds rulesets each one, in the order of their names."""
    path = Path(text)
    inside = sorted(file.parent for file in path.glob(f"*/{FILE}")) if path.is_dir() else []
    alone = (path / FILE).is_file() or (path / "league.yaml").is_file()
    if inside and not alone:
        return [Named(folder.name, (path.resolve(),)) for folder in inside], []
    one, problems = named(text)
    return [one] if one else [], problems


def _of_league(path: Path) -> tuple[Named | None, list[Problem]]:
    league, problems = load_league(path)
    if league is None or not league.ruleset:
        return None, problems
    folders = (league.folder / "rulesets", league.folder)
    return Named(league.ruleset, folders, league.line("ruleset"), league.rules), problems
