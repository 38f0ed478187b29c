"""The sentences of ``core.streams`` that a page shows, listed so that they are collected for translation.

A test holds this list and the core together.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

SENTENCES = frozenset(
    {
        # --- core/streams/findings.py ---
        _("Frame %(number)s holds an error inside an answer of status %(status)s: %(message)s"),
        _("The answer of status %(status)s holds an error: %(message)s"),
        _("Frame %(number)s is not valid JSON: many clients stop there. Such frames: %(count)s."),
        _("The stream ends within a frame: %(size)s characters belong to no whole one."),
        _("The stream is not UTF-8 at byte %(offset)s; an event stream always is."),
        _("Choice %(index)s has no finish reason: nobody can tell whether it is whole."),
        _("The stream does not end with %(end)s: a client that waits for it takes the answer as cut off."),
        _("The request asks for usage (stream_options.include_usage), and no frame holds it."),
        _("No frame says how many tokens were used."),
        _("No frame adds anything to an answer."),
        _("The request asks for %(asked)s choices; those that came: %(count)s."),
        _("Choice %(index)s was cut off (%(reason)s): it is not whole."),
        _("A character was cut in half before it was sent, and stands as U+FFFD. Frames with it: %(count)s."),
        _("A frame ends within a character, and the next one begins with the rest of it. Such frames: %(count)s."),
        _("A chunk of the network ended within a character: decoded by itself, it breaks. Such chunks: %(count)s."),
        _("All %(count)s frames came in one burst after %(wait)s ms: an intermediary buffers this stream."),
        _("Frames came after the end of the stream: %(count)s."),
        _("The stream is declared as %(declared)s, and not as %(expected)s."),
        _("The request asks for a stream, and the answer came whole."),
        _("The frames are of two answers: their id is %(first)s, and then %(other)s."),
        _("The stream does not begin with %(start)s."),
        _("Block %(index)s goes on without having begun (content_block_start)."),
        _("Block %(index)s was not closed (content_block_stop)."),
        _("After sequence number %(after)s comes %(came)s: frames are missing or swapped."),
        _("The text of the pieces is not the text that %(end)s tells."),
    }
)
