"""The street door: the one room that opens connections."""
