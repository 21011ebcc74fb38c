"""LibreOffice at work: many workbooks in one call, because each call takes seconds."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
NEEDED = "LibreOffice (soffice) is not installed"
_MODES = {"always": 0, "never": 1}
# By default LibreOffice keeps the results that stand in an Excel file, whatever the file asks for.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>{}</value></prop></item>
</oor:items>
"""


def saved(paths: Iterable[Path], folder: Path, recalculate: str = "", kind: str = "xlsx") -> Path:
    """All of them as LibreOffice opens and saves them, in a folder. ``recalculate``: "always", "never", or ""
    as it does when nobody set anything."""
    profile, out = folder / "profile", folder / kind
    (profile / "user").mkdir(parents=True, exist_ok=True)
    if recalculate:
        text = _SETTINGS.format(_MODES[recalculate])
        (profile / "user" / "registrymodifications.xcu").write_text(text, encoding="utf-8")
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    named = [str(path) for path in paths]
    subprocess.run([*command, "--outdir", str(out), *named], check=True, capture_output=True, timeout=600)
    return out
