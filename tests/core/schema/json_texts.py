"""Strategies for JSON texts as people and programs write them: any white space, any spelling."""

from __future__ import annotations

import json

from hypothesis import strategies as st

NUMBERS = ["0", "-0", "-0.0", "1.0", "1e400", "1E+2", "-1e-400", str(2**70), "0.10000000000000000000001", "12", "-7"]
STRINGS = ['""', '"\\u0061"', '"\\/"', '"a b"', '"\\""', '"\\\\"', '"[{"', '"]},:"', '"\\ud800"', '"日本"', '"\\n"']

space = st.sampled_from(["", "", " ", "\n", "\n  ", "\t", "\r\n", " \n "])
names = st.sampled_from(["a", "b", "a/b", "m~n", "", "é", "0", "-", '"', "\\"])
scalars = st.one_of(
    st.sampled_from([*NUMBERS, *STRINGS, "true", "false", "null"]),
    st.text(max_size=6).map(json.dumps),
    st.text(st.characters(min_codepoint=32, exclude_characters='"\\'), max_size=6).map(lambda text: f'"{text}"'),
)


@st.composite
def _container(draw, below):
    def spaced(text):
        return draw(space) + text + draw(space)

    if draw(st.booleans()):
        return "[" + (",".join(spaced(item) for item in draw(st.lists(below, max_size=4))) or draw(space)) + "]"
    keys = draw(st.lists(names, max_size=4))
    return "{" + (",".join(spaced(json.dumps(key)) + ":" + spaced(draw(below)) for key in keys) or draw(space)) + "}"


values = st.recursive(scalars, _container, max_leaves=12)
texts = st.builds(lambda before, value, after: before + value + after, space, values, space)
