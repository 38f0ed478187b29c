from playground.core.streams.findings import FINDINGS
from playground.runs.sentences import SENTENCES


def test_the_list_has_every_sentence_of_the_streams_and_no_other():
    assert {sentence for _, sentence in FINDINGS.values()} == SENTENCES
