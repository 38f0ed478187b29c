"""The error family.

Every error that a person can cause carries a sentence to act on. Drawn as a tree::

    PlaygroundError
    ├── InvalidInput                what was given cannot be understood
    │   ├── InvalidAddress          the address is not one that can be sent to
    │   ├── InvalidField            a header field that HTTP does not allow
    │   ├── InvalidBody             a body that cannot be encoded as asked
    │   ├── InvalidJson             a text that is not JSON (core.schema.text)
    │   ├── InvalidHar              not a HAR 1.2 request
    │   ├── InvalidDocument         not an OpenAPI 3.x description
    │   └── InvalidSaved            stored JSON of an unknown kind or version
    ├── UnresolvedVariables         names without a value, refused before sending
    └── UnknownKey                  a registry has nothing of that name
"""

from __future__ import annotations


class PlaygroundError(Exception):
    """The root. ``str(error)`` is the sentence, ``hint`` says what to do about it.

    A sentence with something in it is given as a template in %-style and its parameters, so that it can be said in
    another language: ``InvalidAddress("%(host)s is not a host name.", host="a b")``.
    """

    def __init__(self, template: str, *, hint: str = "", pointer: str = "", **parameters: str) -> None:
        self.template = template
        self.parameters = parameters
        self.message = template % parameters if parameters else template
        super().__init__(self.message)
        self.hint = hint
        #: RFC 6901 pointer to the place in what was given, "" for the whole.
        self.pointer = pointer


class InvalidInput(PlaygroundError):
    """What was given cannot be understood."""


class InvalidAddress(InvalidInput):
    """An address that is not an absolute http or https URI (RFC 9110 §4.2)."""


class InvalidField(InvalidInput):
    """A header field that RFC 9110 §5 does not allow."""


class InvalidBody(InvalidInput):
    """A body that cannot be encoded as asked."""


class InvalidHar(InvalidInput):
    """Not a HAR 1.2 request object."""


class InvalidDocument(InvalidInput):
    """Not an OpenAPI 3.x description."""


class InvalidSaved(InvalidInput):
    """Stored JSON of a kind or version that this program does not know."""


class UnresolvedVariables(PlaygroundError):
    """The request still holds ``{{names}}`` without a value."""

    def __init__(self, names: tuple[str, ...]) -> None:
        listed = ", ".join("{{" + name + "}}" for name in names)
        super().__init__(
            "No value for %(names)s.",
            hint="Give each of them a value, or write the value itself into the request.",
            names=listed,
        )
        self.names = names


class UnknownKey(PlaygroundError, KeyError):
    """A registry has nothing of that name."""

    __str__ = Exception.__str__
