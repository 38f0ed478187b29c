"""Every failure that can be recorded has its sentence in the language of the page."""

import pytest
from django.utils.translation import override

from playground.core.messages import Failure
from playground.history import failures, services
from playground.transport.failures import FAILURES

OURS = {failure.code: (failure.title, failure.hint) for failure in (services.INTERRUPTED, services.NOT_SENT)}


def test_every_code_has_its_sentence_and_no_other():
    assert set(failures.SENTENCES) == set(FAILURES) | set(OURS)


@pytest.mark.parametrize("code", sorted(failures.SENTENCES))
def test_sentences_are_those_of_the_one_who_raises_them(code):
    with override("en"):
        title, hint = failures.SENTENCES[code]
        assert (str(title), str(hint)) == {**FAILURES, **OURS}[code]


def test_a_hint_for_one_case_stays():
    failure = Failure("tls_failed", FAILURES["tls_failed"][0], "detail", "Use port 8443.")
    assert failures.translated(failure).hint == "Use port 8443."


def test_a_code_that_nobody_translated_stays_as_stored():
    failure = Failure("from_the_future", "Something new.", "", "Update.")
    assert failures.translated(failure) == failure
