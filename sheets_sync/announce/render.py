"""Renders the announcements of a league and keeps them as files beside its league.yaml."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from sheets_sync import shipped
from sheets_sync.announce.desk_view import desk_view
from sheets_sync.announce.discord import messages
from sheets_sync.announce.driver_view import driver_view
from sheets_sync.announce.environment import SUFFIX, NotToBeSaid, environment, template_names
from sheets_sync.announce.viewing import penalties_view, pools_view, results_view
from sheets_sync.league import League
from sheets_sync.league_file import Access
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.rules.season.season import Season
from sheets_sync.validation import nearest

FOLDER = "announcements"
RECORD = "driver-record"


@dataclass(frozen=True, slots=True)
class Rendered:
    """One announcement, cut into messages of at most 2000 characters."""

    template: str
    audience: Access
    messages: tuple[str, ...]


def templates_of(league: League) -> Path:
    return league.folder / "templates"


def check_announcements(league: League) -> Iterator[Problem]:
    """Announcements in league.yaml whose template doesn't exist."""
    names = template_names(templates_of(league))
    for index, each in enumerate(league.announcements):
        if each.template not in names:
            at = league.line("announcements", index, "template")
            yield Problem(f"There is no template '{each.template}'.", at, nearest(each.template, names))


def render(
    league: League, season: Season, found: Iterable[Problem] = ()
) -> tuple[list[Rendered], list[Problem]]:
    """Every announcement of the league; a template that fails is a problem and the others are rendered.

    ``found``: the problems of the league's tabs, for the desk. Public announcements don't see the desk.
    """
    public = _public(league, season)
    told = penalties_view(season, private=True)
    private = {**public, "penalties": told, "desk": desk_view(season, found)}
    rendered: list[Rendered] = []
    problems: list[Problem] = []
    for each in league.announcements:
        text, problem = _text(league, each.template, private if each.audience == "private" else public)
        problems += [problem] if problem else []
        if text.strip():
            rendered.append(Rendered(each.template, each.audience, tuple(messages(text))))
    return rendered, problems


def _public(league: League, season: Season) -> dict[str, object]:
    """What every template sees."""
    return {
        "league": league.name,
        "document": season.ruleset.document,
        "now": season.now,
        "results": results_view(season),
        "penalties": penalties_view(season),
        "pools": pools_view(season),
    }


def _text(league: League, template: str, context: Mapping[str, object]) -> tuple[str, Problem | None]:
    """The announcement, or why there is none."""
    made = environment(templates_of(league))
    try:
        return made.get_template(template + SUFFIX).render(context), None
    except NotToBeSaid as reason:
        return "", _refused(league, template, reason)
    except Exception as error:  # Whatever a template does wrong, the others are rendered.
        return "", _failure(league, template, error, context)


def render_record(league: League, season: Season, person: str) -> list[str]:
    """One driver's own record as messages, for that driver alone."""
    template = environment(templates_of(league)).get_template(RECORD + SUFFIX)
    context = {"league": league.name, "now": season.now, "record": driver_view(season, person)}
    return list(messages(template.render(context)))


def _refused(league: League, template: str, reason: NotToBeSaid) -> Problem:
    names = [each.template for each in league.announcements]
    at = league.line("announcements", names.index(template), "template")
    return Problem(f"'{template}' isn't announced: {reason}.", at, severity=Severity.WARNING)


def _failure(league: League, template: str, error: Exception, names: Iterable[str]) -> Problem:
    path = templates_of(league) / f"{template}{SUFFIX}"
    path = path if path.exists() else shipped.templates() / path.name
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error, template)
    says = _words(error)
    top = isinstance(error, UndefinedError) and says.endswith("'")
    proposal = f"Templates know {', '.join(names)}." if top else "Mend the template."
    return Problem(f"The template can't be rendered: {says}.", FileLine(path, line), proposal)


def _words(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error}'"
    if isinstance(error, UnicodeDecodeError):
        return "it isn't UTF-8 text"
    if isinstance(error, RecursionError):
        return "it includes itself"
    return str(error).rstrip(".")


def _line_of(error: Exception, template: str) -> int:
    trace, line = error.__traceback__, 0
    while trace is not None:
        if str(trace.tb_frame.f_code.co_filename).endswith(template + SUFFIX):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def files_of(league: League, rendered: Iterable[Rendered]) -> dict[Path, str]:
    """Each message and the file it is kept in: ``round-results.md``, or ``round-results-1.md`` and so on;
    private ones in a folder of their own."""
    files: dict[Path, str] = {}
    for each in rendered:
        folder = _folder(league, each)
        for index, message in enumerate(each.messages, 1):
            number = f"-{index}" if len(each.messages) > 1 else ""
            files[folder / f"{each.template}{number}.md"] = message + "\n"
    return files


def _folder(league: League, rendered: Rendered) -> Path:
    folder = league.folder / FOLDER
    return folder / "private" if rendered.audience == "private" else folder


def save(league: League, rendered: Iterable[Rendered]) -> tuple[list[Path], list[Problem]]:
    """Writes the files that changed and takes away parts that are no longer needed."""
    files = files_of(league, rendered)
    changed: list[Path] = []
    try:
        for path, text in files.items():
            if not path.exists() or path.read_bytes() != text.encode():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode())
                changed.append(path)
        for path in _left_over(league, files):
            path.unlink()
    except OSError as error:
        at = FileLine(league.folder / FOLDER)
        return changed, [Problem(f"The announcements can't be written: {error.strerror}.", at)]
    return changed, []


def _left_over(league: League, files: Collection[Path]) -> list[Path]:
    """Files of the league's announcements that are no longer rendered: fewer messages, nothing to say,
    or another audience."""
    folder = league.folder / FOLDER
    names = {each.template for each in league.announcements}
    return [
        path
        for place in (folder, folder / "private")
        for name in names
        for path in [place / f"{name}.md", *place.glob(f"{name}-[0-9]*.md")]
        if path.exists() and path not in files and (path.stem == name or path.stem[len(name) + 1 :].isdigit())
    ]
