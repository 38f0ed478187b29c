import pytest

from playground.history.measures import duration, size


@pytest.mark.parametrize(
    ("ms", "text"),
    [(None, ""), (-1, ""), (0.42, "0.4 ms"), (9.96, "10 ms"), (310.4, "310 ms"), (999.7, "1 s"), (1240, "1.24 s"),
     (12_345, "12.3 s"), (99_960, "1 min 40 s"), (125_000, "2 min 5 s")],
)  # fmt: skip
def test_durations(ms, text):
    assert duration(ms) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [(None, "0 B"), (0, "0 B"), (912, "912 B"), (2_100, "2.1 kB"), (999_960, "1.0 MB"), (67_108_864, "67.1 MB"),
     (250_000_000, "250 MB"), (5_000_000_000, "5.0 GB")],
)  # fmt: skip
def test_sizes(count, text):
    assert size(count) == text
