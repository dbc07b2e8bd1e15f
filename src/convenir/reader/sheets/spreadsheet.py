"""Spreadsheets (xlsx, xlsm, ods, xls) to sheets, through a process apart; their macros are never run."""

import json
import os
import subprocess
import sys
from datetime import date
from typing import Any

from convenir.reader.intake.limits import MOST_CELLS, SECONDS_A_SPREADSHEET
from convenir.reader.sheets.grid import Content, Merge, Sheet, squared
from convenir.reader.sheets.refusals import BrokenWorkbook, LockedWorkbook, TooManyCells
from convenir.reader.sheets.spreadsheet_worker import DAY

_WORKER = "convenir.reader.sheets.spreadsheet_worker"


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, blank ones included; refuses what is locked, broken or beyond the limits."""
    told = _asked(data)
    match told.get("unopened"):
        case "locked":
            raise LockedWorkbook
        case "cells":
            raise TooManyCells(most=MOST_CELLS)
        case "broken":
            raise BrokenWorkbook
        case _:
            return tuple(_sheet(one) for one in told["sheets"])


def _asked(data: bytes) -> dict[str, Any]:
    try:
        done = subprocess.run(
            [sys.executable, "-m", _WORKER],
            input=data,
            capture_output=True,
            timeout=SECONDS_A_SPREADSHEET,
            check=True,
            env=dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path))),
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise BrokenWorkbook from error
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _sheet(told: dict[str, Any]) -> Sheet:
    rows = [[_content(one) for one in row] for row in told["rows"]]
    merges = tuple(Merge(top=first, left=start, bottom=last, right=end) for first, start, last, end in told["merges"])
    return Sheet(name=told["name"], rows=squared(rows), merges=merges)


def _content(told: Any) -> Content:
    if isinstance(told, dict):
        return date.fromisoformat(told[DAY])
    content: Content = told
    return content
