"""The form of an environment: its name, its server, and a row for each variable."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from playground.core.variables import NAME, Value
from playground.environments.models import Environment, Variable
from playground.environments.services import MAX_VARIABLES

_NAME = re.compile(NAME)
#: Characters of a value, at most.
MAX_VALUE = 64 * 1024


@dataclass(frozen=True, slots=True)
class VariableRow:
    """A variable as it stands in the form. The value of a secret is never in it: ``kept`` is what there is of it."""

    id: str
    name: str = ""
    value: str = ""
    secret: bool = False
    ephemeral: bool = False
    remove: bool = False
    kept: Value | None = None
    #: Whether a value is kept that this browser session cannot open.
    is_closed: bool = False
    problem: str = ""

    @property
    def is_empty(self) -> bool:
        return not self.name and not self.value

    @property
    def holds_secret(self) -> bool:
        """Whether a secret is kept, which an empty input leaves as it is."""
        return self.is_closed or (self.kept is not None and not isinstance(self.kept, str))


@dataclass(frozen=True, slots=True)
class EnvironmentForm:
    name: str = ""
    server: str = ""
    rows: tuple[VariableRow, ...] = ()
    problems: tuple[str, ...] = field(default=())

    @property
    def is_valid(self) -> bool:
        return not self.problems and not any(row.problem for row in self.rows)


def from_rows(environment: Environment | None, variables: list[Variable], session_key: str) -> EnvironmentForm:
    """The form of what is kept, with an empty row at its end."""
    rows = [_row_of(row, session_key) for row in variables]
    name, server = (environment.name, environment.server) if environment else ("", "")
    return EnvironmentForm(name, server, (*rows, VariableRow("new")))


def _row_of(row: Variable, session_key: str) -> VariableRow:
    kept = row.open(session_key)
    return VariableRow(
        str(row.pk),
        row.name,
        "" if row.secret else row.stored,
        row.secret,
        row.is_ephemeral,
        kept=kept,
        is_closed=kept is None,
    )


def from_post(
    post: QueryDict, environment: Environment | None, variables: list[Variable], session_key: str
) -> EnvironmentForm:
    """The form as it was posted; what is wrong with it stands beside its place."""
    kept = {str(row.pk): _row_of(row, session_key) for row in variables}
    numbers = list(dict.fromkeys(post.getlist("row")))[: MAX_VARIABLES + 1]
    rows = [_posted(number, post, kept.get(number)) for number in numbers]
    name = post.get("name", "").strip()[:100] if environment is not None else ""
    server = post.get("server", "").strip()[:2000] if environment is not None else ""
    return EnvironmentForm(name, server, _checked(rows), tuple(_problems(environment, name, server, rows)))


def _posted(number: str, post: QueryDict, kept: VariableRow | None) -> VariableRow:
    prefix = f"row.{number}."
    row = kept or VariableRow(number)
    return replace(
        row,
        name=post.get(prefix + "name", "").strip()[:100],
        value=post.get(prefix + "value", "").replace("\r\n", "\n"),
        secret=prefix + "secret" in post or prefix + "ephemeral" in post,
        ephemeral=prefix + "ephemeral" in post,
        remove=prefix + "remove" in post,
    )


def _problems(environment: Environment | None, name: str, server: str, rows: list[VariableRow]) -> list[str]:
    found = []
    if environment is not None and environment.is_own and not name:
        found.append(_("Give the environment a name."))
    if server not in {"", "mock"} and not server.startswith(("http://", "https://", "{{")):
        found.append(_("The address of a server begins with https:// or http://."))
    if len(rows) > MAX_VARIABLES:
        found.append(_("An environment holds at most {count} variables.").format(count=MAX_VARIABLES))
    return found


def _checked(rows: list[VariableRow]) -> tuple[VariableRow, ...]:
    seen: set[str] = set()
    checked = []
    for row in rows:
        problem = "" if row.remove or row.is_empty else _problem(row, seen)
        checked.append(replace(row, problem=problem))
        if not row.remove:
            seen.add(row.name)
    return tuple(checked)


def _problem(row: VariableRow, seen: set[str]) -> str:
    if not _NAME.fullmatch(row.name) or row.name.startswith("$"):
        return _("A name begins with a letter or _, and goes on with letters, digits, _, . and -.")
    if row.name in seen:
        return _("This name stands here twice.")
    if len(row.value) > MAX_VALUE:
        return _("A value has at most {count} characters.").format(count=f"{MAX_VALUE:,}")
    if row.holds_secret and not row.value and not row.secret:
        return _("A secret is never shown again: type its value once more to keep it openly.")
    if row.holds_secret and not row.value and row.is_closed and row.ephemeral:
        return _("Its value is of another browser session: type it once more.")
    return ""
