"""The sentences of saved requests, as they are given to errors, listed so that they are collected for translation."""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SENTENCES = frozenset(
    {
        # --- library/services.py ---
        _("There are %(limit)s folders at most."),
        _("There are %(limit)s saved requests at most."),
        _("A request has %(limit)s saved responses at most."),
        _("Folders stand at most %(limit)s deep in one another."),
        _("A folder cannot stand in itself."),
        _("The request has more than %(limit)s of JSON: it is too large to be saved."),
        _("Leave out the file; its name can stand for it."),
        _("The response is too large to be saved: at most %(limit)s."),
        _("Pin the run instead: the history then keeps it whole."),
        # --- library/assertions.py ---
        _("There are %(count)s assertions already."),
        # --- core/importers ---
        _("This is no collection that can be read here."),
        _("Give a file that Export made."),
        _("This is not JSON."),
        _("Version %(version)s of a collection is not known here."),
        _("The collection is damaged: %(said)s."),
        # --- core/codec.py ---
        _("This is not a saved request."),
        _("Give a request that this program exported."),
        _("Version %(version)s of a saved request is not known here."),
        _("Update the program."),
        _("The saved request is damaged: %(said)s."),
        _("Export it again."),
    }
)
