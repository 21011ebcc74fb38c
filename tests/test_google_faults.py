"""Every fault at every request of a run: what a reader sees meanwhile, what is said, and what the next
run does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from google.auth.transport.requests import AuthorizedSession
from google_client import lay_out_cup, run, sign_in
from requests import Response

from sheets_sync import pipeline
from sheets_sync.jobs.run import now_of
from sheets_sync.plan.apply import apply
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import TabRef
from sheets_sync.sources.google import writing
from sheets_sync.sources.google.calls import Calls
from sheets_sync.sources.google.opening import GoogleClient
from sheets_sync.sources.google.patience import Patience
from tests.google.local_sheets import LocalSheets

SHOWN = [["1", "=Ana", "43"], ["1", "@Ben", "43"], ["3", "-Cy", "30"]]
LATER = [["1", "-Cy", "55"], ["2", "=Ana", "43"], ["2", "@Ben", "43"]]
"""After a win of the third one in round 3: 30 + 25."""
TABLE = "Standings!A4:C6"


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Standings after two rounds are there; the results of the third one have come."""
    sign_in(server, tmp_path, monkeypatch)
    monkeypatch.setattr(Patience, "timeout", (2.0, 0.5))
    cup = lay_out_cup(server, tmp_path)
    run(tmp_path)
    assert server.values(cup, TABLE) == SHOWN
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])
    server.forget()
    return cup


@dataclass(frozen=True, slots=True)
class Request:
    """One of the requests of a run."""

    name: str
    method: str
    path: str
    skip: int = 0


REQUESTS = (
    Request("look at Drive", "GET", "/drive/"),
    Request("read", "GET", "/v4/"),
    Request("look at Drive again", "GET", "/drive/", 1),
    Request("write", "POST", ":batchUpdate"),
)
FAULTS: dict[str, dict[str, Any]] = {
    "429": {"kind": "status", "status": 429, "retry_after": "1"},
    "500": {"kind": "status", "status": 500},
    "502 page": {"kind": "html", "status": 502},
    "503": {"kind": "status", "status": 503},
    "504": {"kind": "status", "status": 504},
    "page instead of an answer": {"kind": "html", "status": 200},
    "connection closed": {"kind": "drop"},
    "half an answer": {"kind": "truncate"},
    "no answer": {"kind": "stall", "seconds": 0.8},
    "answer lost": {"kind": "drop", "when": "after"},
    "answer a page": {"kind": "html", "status": 502, "when": "after"},
    "token runs out": {"kind": "expire"},
}


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: each.name)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_passes_changes_nothing(
    fault: str, request_: Request, cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """Once is outlived by the run itself: the table is what an undisturbed run leaves, written once."""
    ordered = FAULTS[fault] | {"method": request_.method, "path": request_.path, "skip": request_.skip}
    order = server.fault(**ordered)
    outcome = run(tmp_path)
    assert order.hits == 1 and not outcome.problems
    assert server.values(cup, TABLE) == LATER
    assert _undisturbed(server, tmp_path)


@pytest.mark.parametrize("request_", REQUESTS, ids=lambda each: each.name)
@pytest.mark.parametrize("fault", [each for each in FAULTS if each not in ("token runs out", "no answer")])
def test_a_fault_that_stays_leaves_the_table_whole_and_the_next_run_completes_it(
    fault: str, request_: Request, cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    ordered = FAULTS[fault] | {"method": request_.method, "path": request_.path, "skip": request_.skip}
    order = server.fault(**ordered, times=-1)
    outcome = run(tmp_path)
    assert order.hits
    assert server.values(cup, TABLE) in (SHOWN, LATER)
    if "Drive" not in request_.name and not outcome.applied.written:
        assert outcome.problems and "Google" in outcome.problems[0].message
    server.clear_faults()
    assert not run(tmp_path).problems
    assert server.values(cup, TABLE) == LATER
    assert _undisturbed(server, tmp_path)


def _undisturbed(server: LocalSheets, folder: Path) -> bool:
    """Whether a further run finds nothing to do: the memory fits to what is there."""
    server.clear_faults()
    again = run(folder)
    return not again.problems and not again.applied.written and not again.plan.changes


@pytest.mark.parametrize(
    ("fault", "path", "says"),
    [
        ({"kind": "status", "status": 401}, "/v4/", "Google didn't accept the sign-in."),
        ({"kind": "status", "status": 403}, "/v4/", "The account has no access to this spreadsheet."),
        ({"kind": "status", "status": 404}, "/v4/", "There is no such spreadsheet, or it isn't shared"),
        ({"kind": "delete_file"}, "/v4/", "There is no such spreadsheet, or it isn't shared"),
        ({"kind": "delete_tab", "tab": "Standings"}, "/v4/", "There is no tab 'Standings'."),
        ({"kind": "protect_tab", "tab": "Standings"}, ":batchUpdate", "protected"),
    ],
    ids=["401", "403", "404", "deleted", "tab deleted", "tab protected"],
)
def test_what_a_coordinator_can_mend_is_said(
    fault: dict[str, Any], path: str, says: str, cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    server.fault(**fault, path=path, times=-1 if fault["kind"] == "status" else 1)
    outcome = run(tmp_path)
    said = " ".join(str(each) for each in (*outcome.problems, *outcome.run.problems))
    assert says in said and not outcome.applied.written
    assert "Bearer" not in said and "PRIVATE" not in said


class _Killed(BaseException):
    """The process ends at once, as with a power cut: nothing catches it."""


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("number", range(4))
def test_a_run_that_is_killed_leaves_a_whole_table_and_the_next_one_completes_it(
    number: int, moment: str, cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each of its four requests, before it is sent and after it was answered."""
    asked = Calls.request
    count = iter(range(100))

    def request(self: Calls, *args: Any, **named: Any) -> Any:
        dies = next(count) == number
        if dies and moment == "before":
            raise _Killed
        answer = asked(self, *args, **named)
        if dies:
            raise _Killed
        return answer

    monkeypatch.setattr(Calls, "request", request)
    with pytest.raises(_Killed):
        run(tmp_path)
    monkeypatch.setattr(Calls, "request", asked)
    written = number == 3 and moment == "after"
    assert server.values(cup, TABLE) == (LATER if written else SHOWN)
    outcome = run(tmp_path)
    assert not outcome.problems and bool(outcome.applied.written) != written
    assert server.values(cup, TABLE) == LATER
    assert _undisturbed(server, tmp_path)


def test_a_reader_never_sees_anything_but_a_whole_table(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody looks before and after every request, of a run with an answer that got lost."""
    seen: list[Any] = []
    asked = Calls._once

    def once(self: Calls, *args: Any) -> Any:
        seen.append(server.values(cup, TABLE))
        answer = asked(self, *args)
        seen.append(server.values(cup, TABLE))
        return answer

    monkeypatch.setattr(Calls, "_once", once)
    server.fault("drop", when="after", method="POST", path=":batchUpdate")
    assert not run(tmp_path).problems
    assert len(seen) >= 10
    assert all(each in (SHOWN, LATER) for each in seen) and seen[-1] == LATER


def test_a_write_that_cant_be_looked_after_is_said_to_be_uncertain(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """The answer to the write is lost, and then Google is away: it was written, and we can't know."""
    server.fault("drop", when="after", method="POST", path=":batchUpdate")
    server.fault("status", status=503, method="GET", path="/v4/", skip=1, times=-1)
    (problem,) = run(tmp_path).problems
    assert "Whether the last write was done isn't known." in problem.message
    assert server.values(cup, TABLE) == LATER
    assert _undisturbed(server, tmp_path)


def test_a_write_that_arrives_late_counts_as_ours(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its answer is lost, our look comes too early to see it, and its repetition is refused."""
    look = writing._generation_of
    client, _ = GoogleClient.opened(tmp_path, writes=False)
    assert client is not None
    early = iter([look(client.calls, cup)])
    monkeypatch.setattr(writing, "_generation_of", lambda *asked: next(early, None) or look(*asked))
    server.fault("drop", when="after", method="POST", path=":batchUpdate")
    outcome = run(tmp_path)
    assert not outcome.problems and outcome.applied.written
    assert [each.status for each in server.log if ":batchUpdate" in each.path][-1] == 400
    assert _undisturbed(server, tmp_path)


def test_who_asks_for_an_hour_isnt_asked_again(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    order = server.fault("status", status=503, retry_after="3600", path="/v4/", times=-1)
    problems = run(tmp_path).run.problems
    assert order.hits == 1
    assert any("it wants to be asked again in 60 minutes" in each.message for each in problems)


ODD = ("", "null", "[]", "5", "{", '{"error": null}', '{"error": "no"}', '{"error": {"message": null}}')


@pytest.mark.parametrize("text", ODD)
def test_a_refusal_in_an_odd_form_is_one_all_the_same(
    text: str, cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answering(monkeypatch, ":batchUpdate", 403, text)
    (problem,) = run(tmp_path).problems
    assert problem.at == TabRef("cup") and problem.proposal
    assert server.values(cup, TABLE) == SHOWN


@pytest.mark.parametrize("text", ODD[:5])
def test_an_answer_in_an_odd_form_is_none(
    text: str, cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answering(monkeypatch, "/v4/", 200, text)
    outcome = run(tmp_path)
    assert any("Google gave no usable answer" in each.message for each in outcome.run.problems)
    assert not outcome.applied.written


def _answering(monkeypatch: pytest.MonkeyPatch, path: str, status: int, text: str) -> None:
    """To each request with that path the text comes, as JSON."""
    asked = AuthorizedSession.request

    def request(self: AuthorizedSession, method: str, url: str, **named: Any) -> Response:
        if path not in url:
            return asked(self, method, url, **named)  # type: ignore[no-any-return, no-untyped-call]
        made = Response()
        made.status_code, made._content = status, text.encode()
        made.headers["Content-Type"] = "application/json; charset=UTF-8"
        return made

    monkeypatch.setattr(AuthorizedSession, "request", request)


def test_who_says_that_it_was_too_much_for_an_hour(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    server.fault("status", status=429, retry_after="3600", path=":batchUpdate", times=-1)
    (problem,) = run(tmp_path).problems
    assert problem.proposal == "Run again in 60 minutes, or less often."
    assert server.count("POST", "/v4/") == 1


def test_who_writes_after_a_lost_answer_leaves_us_uncertain(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our write was done, its answer was lost, and another run wrote before we looked."""
    setup, _ = pipeline.set_up(tmp_path)
    assert setup is not None
    made = pipeline.compute(setup, now_of(setup, None)[0], writes=True)
    monkeypatch.setattr(writing, "_generation_of", lambda *_: "another run's")
    server.fault("drop", when="after", method="POST", path=":batchUpdate")
    applied = apply(pipeline.plan(made, Consent()))
    assert applied.overtaken and "Whether ours came before isn't known." in applied.problems[0].message
