"""What core/variables.py says of dynamic variables, for the translators."""

from django.utils.translation import gettext_noop as _

SENTENCES = (
    _("a random UUID (RFC 9562, version 4)"),
    _("seconds since 1970"),
    _("date and time in UTC (RFC 3339)"),
    _("a random number from 0 to 999, or between two others: $randomInt 1 6"),
    _("the base64 of what follows: $base64 user:password"),
)
