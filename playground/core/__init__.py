"""The ground floor: all that is known about HTTP messages, as pure values and functions."""
