"""The files of a ruleset: its own, those it extends down to `base`, and the league's own changes on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sheets_sync import marked_yaml, shipped
from sheets_sync.marked_yaml import Map, Scalar
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.model import Article
from sheets_sync.validation import nearest

FILE = "ruleset.yaml"
_BASE = "base"


@dataclass(frozen=True, slots=True)
class Sources:
    """The merged tree, the files it came from (the lowest first) and every article they may cite."""

    tree: Map
    files: tuple[Path, ...]
    articles: dict[str, Article]


def find(name: str, folders: Sequence[Path]) -> Path | None:
    """The folder of a ruleset: the league's own folders first, then the shipped ones."""
    for folder in (*folders, shipped.rulesets()):
        if (folder / name / FILE).is_file():
            return folder / name
    return None


def known(folders: Sequence[Path]) -> list[str]:
    """The names of all rulesets that can be found."""
    found = {
        file.parent.relative_to(folder).as_posix()
        for folder in (*folders, shipped.rulesets())
        if folder.is_dir()
        for file in folder.glob(f"*/{FILE}")
    }
    return sorted(found)


def gather(
    name: str, folders: Sequence[Path], at: FileLine | None, changes: Map | None
) -> tuple[Sources | None, list[Problem]]:
    """Reads the ruleset and everything it extends, and lays one on the other."""
    below = _Chain(folders)
    below.go_down(name, at)
    chain, problems = below.laid, below.problems
    if not chain:
        return None, problems
    tree = chain[-1][1]
    articles: dict[str, Article] = {}
    for folder, node in reversed(chain):
        tree = node if node is tree else marked_yaml.merge(tree, node)
        found, more = _articles(folder / "articles.yaml")
        articles |= found
        problems += more
    if changes is not None:
        tree = marked_yaml.merge(tree, changes)
        problems += _second_ground(changes)
    files = tuple(folder / FILE for folder, _ in reversed(chain))
    return Sources(tree, files, articles), problems


def _second_ground(changes: Map) -> list[Problem]:
    """A league names its ruleset once; another one below its changes would be ignored."""
    if "extends" not in changes.items:
        return []
    message = "'extends' isn't possible here: what is below is the league's 'ruleset'."
    return [Problem(message, changes.keys.get("extends"), "Name the ruleset there.")]


@dataclass(slots=True)
class _Chain:
    """Each folder with what its file says, from the named ruleset down to `base`; empty where that breaks."""

    folders: Sequence[Path]
    laid: list[tuple[Path, Map]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def go_down(self, name: str, at: FileLine | None) -> None:
        if not name:
            self._broken("No ruleset is named.", at, nearest(name, known(self.folders)))
        seen: list[str] = []
        while name:
            seen.append(name)
            name, at = self._below(seen, at)

    def _below(self, seen: list[str], at: FileLine | None) -> tuple[str, FileLine | None]:
        """The ruleset under the last one that was seen, and the line that names it."""
        *above, name = seen
        folder = find(name, self.folders)
        if name in above:
            circle = f"The rulesets extend each other in a circle: {' > '.join(seen)}."
            return self._broken(circle, at, "Take one out."), None
        if folder is None:
            return self._broken(
                f"There is no ruleset '{name}'.", at, nearest(name, known(self.folders))
            ), None
        node, found = marked_yaml.load(folder / FILE)
        self.problems += found
        if node is None:
            self.laid.clear()
            return "", None
        self.laid.append((folder, node))
        extends = node.items.get("extends")
        below, line = extends.text if isinstance(extends, Scalar) else None, node.keys.get("extends", node.at)
        if extends is not None and below is None:
            hint = nearest("", known(self.folders))
            self.problems.append(Problem("extends: here belongs the name of one ruleset.", line, hint))
        return below or ("" if name == _BASE else _BASE), line

    def _broken(self, message: str, at: FileLine | None, hint: str) -> str:
        self.laid.clear()
        self.problems.append(Problem(message, at, hint))
        return ""


def _articles(path: Path) -> tuple[dict[str, Article], list[Problem]]:
    if not path.exists():
        return {}, []
    node, problems = marked_yaml.load(path)
    articles: dict[str, Article] = {}
    for name, entry in node.items.items() if node else ():
        plain = marked_yaml.plain(entry)
        if isinstance(plain, dict) and "title" in plain:
            articles[name] = Article(name, str(plain["title"]), str(plain.get("says") or ""))
        else:
            message = f"The article '{name}' has no title."
            problems.append(Problem(message, entry.at, "Write it as {title: ..., says: ...}."))
    return articles, problems
