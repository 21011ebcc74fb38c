"""articles.yaml: the articles of the document, each with its title and what it says."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node, Scalar
from sheets_sync.problems import Problem
from sheets_sync.ruleset.model import Article
from sheets_sync.ruleset.settings import Settings
from sheets_sync.validation import validate_part


class ArticleEntry(Settings):
    """What is written about an article."""

    title: str = Field(description="its title")
    says: str = Field("", description="what it says, summed up in our own words")


def read_articles(path: Path) -> tuple[dict[str, Article], list[Problem]]:
    """The articles by name, with what is wrong in the file; none where there is no file."""
    if not path.exists():
        return {}, []
    node, problems = marked_yaml.load(path)
    articles: dict[str, Article] = {}
    for name, written in node.items.items() if node else ():
        entry, found = _entry(name, written)
        problems += found
        if entry is not None:
            articles[name] = Article(name, entry.title, entry.says)
    return articles, problems


def _entry(name: str, written: Node) -> tuple[ArticleEntry | None, list[Problem]]:
    """What can be read of one article; nothing of one without a title, though its mistakes are said too."""
    if isinstance(written, Map) and "title" in written.items:
        entry, _, problems = validate_part(ArticleEntry, written, f"article '{name}'")
        return entry, problems
    message = f"The article '{name}' has no title."
    problems = [Problem(message, written.at, "Write it as {title: ..., says: ...}.")]
    if isinstance(written, Map):
        titled = Map({**written.items, "title": Scalar(name, written.at)}, written.at, written.keys)
        problems += validate_part(ArticleEntry, titled, f"article '{name}'")[2]
    return None, problems
