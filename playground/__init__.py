"""A web playground for HTTP APIs."""

__version__ = "0.1.0"

#: The day of this version (ISO 8601): its suite ran then.
__released__ = "2026-11-23"
