"""The published rows of the season, read from a folder that is not part of this project."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SEASON = "NXTGT3S6"
DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "data" / "league_nxt"
FILES = (
    "roster.csv",
    "teams.csv",
    "class_changes.csv",
    "rounds.csv",
    "results.csv",
    "penalties.csv",
    "official_class_standings.csv",
    "official_team_standings.csv",
)

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Published:
    """The rows of one season, by file. A row is as the file has it: every value a text."""

    roster: tuple[Row, ...]
    teams: tuple[Row, ...]
    class_changes: tuple[Row, ...]
    rounds: tuple[Row, ...]
    results: tuple[Row, ...]
    penalties: tuple[Row, ...]
    official_class_standings: tuple[Row, ...]
    official_team_standings: tuple[Row, ...]

    @property
    def team_of(self) -> dict[str, str]:
        """driver -> team."""
        return {row["driver"]: row["team"] for row in self.teams}

    @property
    def class_of(self) -> dict[str, str]:
        """driver -> class."""
        return {row["driver"]: row["class"] for row in self.roster}

    def sessions(self) -> Iterator[tuple[Row, list[Row]]]:
        """Each round's race evenings: the first session's row of rounds.csv, and all of them."""
        for number in dict.fromkeys(row["round"] for row in self.rounds):
            rows = [row for row in self.rounds if row["round"] == number]
            yield rows[0], rows


def missing(folder: Path) -> str:
    """What is wrong with the folder, in a sentence; empty where nothing is."""
    lacking = [name for name in FILES if not (folder / name).is_file()]
    if not lacking:
        return ""
    what = "isn't there" if not folder.is_dir() else f"has no {', '.join(lacking)}"
    return (
        f"The data folder {folder} {what}. The season's rows are not part of this project; "
        "give the folder that holds them as an argument."
    )


def read(folder: Path, season: str = SEASON) -> Published:
    """The rows of the season in the folder's files."""
    return Published(*(tuple(_rows(folder / name, season)) for name in FILES))


def _rows(path: Path, season: str) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["season"] == season)


def session_name(row: Row) -> str:
    """A result's session as the workbook calls it: Sprint qualifying, Sprint, Feature or Endurance."""
    return f"{row['session_type']} qualifying" if row["simsession"] == "QUALIFY" else row["session_type"]


def start_of(row: Row) -> datetime:
    """A session's start in UTC, to the minute."""
    return datetime.fromisoformat(row["start_time"]).replace(second=0, tzinfo=None)
