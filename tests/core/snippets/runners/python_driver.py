"""Runs many Python programs in one interpreter; the plan is described in ``base.run_batch``."""

from __future__ import annotations

import io
import json
import os
import runpy
import sys
import traceback
from pathlib import Path
from typing import Any


def run(program: dict[str, Any]) -> dict[str, Any]:
    os.environ.update(program["environment"])
    os.chdir(program["folder"])
    kept, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    code, errors = 0, ""
    try:
        runpy.run_path(program["path"], run_name="__main__")
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        errors = str(error.code)
    except BaseException:
        code, errors = 1, traceback.format_exc()
    finally:
        printed, sys.stdout = sys.stdout, kept
    printed.flush()
    return {"returncode": code, "stdout": printed.buffer.getvalue().decode("utf-8", "replace"), "stderr": errors}


def main() -> None:
    plan = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    outcomes = {program["name"]: run(program) for program in plan["programs"]}
    Path(plan["result"]).write_text(json.dumps(outcomes), encoding="utf-8")


main()
