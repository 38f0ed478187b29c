"""What is wrong with a stream is said in the language of the reader."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from playground.core.streams.findings import FINDINGS
from playground.web.templatetags.sentences import say

_NAMES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_each_finding_has_a_chinese_sentence_with_its_parameters(code: str) -> None:
    template = FINDINGS[code][1]
    parameters = {name: f"<{name}>" for name in _NAMES.findall(template)}
    with translation.override("zh-hans"):
        told = say(template, parameters)
    assert re.search("[\u4e00-\u9fff]{4}", told)
    assert all(value in told for value in parameters.values())
    with translation.override("en"):
        assert say(template, parameters) == template % parameters
