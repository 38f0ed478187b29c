"""A web playground for HTTP APIs."""

__version__ = "0.1.0"
