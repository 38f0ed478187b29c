"""C# programs: compiled by Mono's mcs, each in a namespace of its own, and run by Microsoft's .NET Core 3.1.

The runtime comes from PyPI (``dotnetcore2``); Mono's own HttpClient is older than the one people have. For what
.NET 5 and 6 brought (an address that is not respelled, header fields in Latin-1) ``csharp_standins.cs`` stands in.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.core.snippets.runners.base import BATCH_SECONDS, Outcome, Program, run_command, run_each

_REFERENCES = (
    "System.Collections",
    "System.Console",
    "System.IO",
    "System.IO.FileSystem",
    "System.Linq",
    "System.Net.Http",
    "System.Net.Primitives",
    "System.Net.Sockets",
    "System.Private.CoreLib",
    "System.Private.Uri",
    "System.Runtime",
    "System.Runtime.Extensions",
    "System.Text.Encoding.Extensions",
    "System.Threading.Tasks",
)
_STANDINS = Path(__file__).with_name("csharp_standins.cs")


def _runtime() -> Path | None:
    """The folder of the runtime, which has ``dotnet`` in it."""
    found = importlib.util.find_spec("dotnetcore2")
    return None if found is None or found.origin is None else Path(found.origin).with_name("bin")


class CSharpRunner:
    targets = ("csharp_httpclient",)

    def missing(self, target: str) -> str:
        if not shutil.which("mcs"):
            return "mcs"
        return "" if _runtime() else "dotnetcore2"

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        runtime = _runtime()
        assert runtime is not None
        framework = next((runtime / "shared" / "Microsoft.NETCore.App").iterdir())
        names = {program.name: f"Case{number}" for number, program in enumerate(programs)}
        for program in programs:
            code = f"namespace {names[program.name]} {{ {_standing_in(program.code)}{program.code} }}"
            (workspace / f"{names[program.name]}.cs").write_text(code, encoding="utf-8", newline="")
        _compile(framework, workspace)
        _configure(framework.name, workspace)
        dotnet = runtime / "dotnet"
        dotnet.chmod(0o755)
        command = [dotnet, "exec", workspace / "programs.dll"]
        return run_each(programs, lambda program: run_command([*command, names[program.name]], program))


def _standing_in(code: str) -> str:
    names = {"Uri": "Uri", "UriCreationOptions": "UriCreationOptions"} if "UriCreationOptions" in code else {}
    if "RequestHeaderEncodingSelector" in code:
        names |= {"SocketsHttpHandler": "SocketsHttpHandler", "Encoding": "Latin"}
    return "".join([f"using {name} = StandIns.{standin}; " for name, standin in names.items()])


def _compile(framework: Path, workspace: Path) -> None:
    references = [f"-r:{framework / name}.dll" for name in _REFERENCES]
    options = ["-nostdlib", "-noconfig", "-langversion:latest", "-main:Driver", "-codepage:utf8", "-out:programs.dll"]
    done = subprocess.run(
        ["mcs", *options, *references, str(_STANDINS), *sorted(map(str, workspace.glob("Case*.cs")))],
        cwd=workspace,
        capture_output=True,
        text=True,
        timeout=BATCH_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _configure(version: str, workspace: Path) -> None:
    options = {
        "framework": {"name": "Microsoft.NETCore.App", "version": version},
        "configProperties": {"System.Globalization.Invariant": True},
    }
    (workspace / "programs.runtimeconfig.json").write_text(json.dumps({"runtimeOptions": options}))


RUNNER = CSharpRunner()
