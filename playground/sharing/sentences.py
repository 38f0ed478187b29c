"""Sentences of this room's errors, so that they are found for translation."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("You have %(count)s shares, the most that one can have."),
    _("End one that is not needed any more."),
    _("The request is too large to be shared: at most 1 MiB."),
    _("Shorten its body, or give it away as code."),
    _("The response is too large to be shared: at most 4 MiB."),
    _("The run is gone, and its response with it."),
)
