"""The local server against recordings of the real services: as good as they are here, they are the truth."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.mark.outside_data
@pytest.mark.skipif(not (SHARED / "recordings").is_dir(), reason="the recordings aren't part of the project")
@pytest.mark.parametrize("control", [[], ["--control"]])
def test_at_least_95_of_100_answers_agree(control: list[str]) -> None:
    port = str(_free_port())
    server = subprocess.Popen([sys.executable, "-m", "tests.google", "--port", port], cwd=ROOT)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait(base)
        tool, recordings = SHARED / "tools" / "replay_recordings.py", SHARED / "recordings"
        command = [sys.executable, str(tool), str(recordings), base, *control]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    finally:
        server.terminate()
        server.wait()
    total, status, body = map(int, re.findall(r"\d+", printed.splitlines()[0]))
    print(f"{status} statuses and {body} bodies of {total} agree")
    assert status >= 0.95 * total and body >= 0.95 * total


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait(base: str) -> None:
    for _ in range(100):
        try:
            requests.get(base + "/__test__")
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise AssertionError("the server didn't start")
