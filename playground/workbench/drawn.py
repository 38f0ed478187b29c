"""What of the form is drawn once: as long as nobody typed anything, all who open an operation meet the same page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from playground.catalog.services import Listed
from playground.core.variables import uses_dynamic
from playground.web.preferences import preferences
from playground.workbench.desk import Desk

#: Seconds that a drawing stays. It is known by all that it is drawn from, so that it never gets old.
_KEPT_S = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the cached pieces of the page's templates go by: see ``{% cache %}``."""

    #: All that they are drawn from; "" for a form that somebody did something with.
    likeness: str

    @property
    def kept_s(self) -> int:
        return _KEPT_S if self.likeness else 0


def drawing_of(desk: Desk, listed: Listed) -> Drawing:
    """How the page of an operation of this API is drawn.

    Of the person there is nothing in what is kept: whoever has values of their own has a drawing of their own.
    """
    if desk.example is None or desk.linked is not None or uses_dynamic(desk.spec) or desk.held.taken():
        return Drawing("")
    composer, choice, kept = desk.composer, desk.choice, preferences(desk.request)
    operation = listed.key, listed.digest, desk.operation.key, desk.example
    form = desk.servers, composer.server, composer.options, composer.tab, composer.pane
    chosen = choice.within_environment, choice.ephemeral, kept.target, kept.secrets, kept.native
    return Drawing(repr((operation, form, chosen, get_language())))
