"""How fast an answer comes: the first token, the gaps between tokens, characters and tokens a second."""

from __future__ import annotations

from dataclasses import dataclass

#: A silence of so many milliseconds within an answer is a stall: a reader notices it.
STALL_MS = 1000.0
#: Nothing is said of the speed of an answer that came in less time: it would tell of the network and not of the model.
SHORTEST_MS = 50.0


@dataclass(slots=True)
class Pace:
    """Takes the arrivals of the frames that add to an answer, in milliseconds since the start.

    ``first`` is the time to the first token. ``longest_gap`` began at ``longest_gap_at``. ``stalled`` is how long all
    stalls were together.
    """

    first: float | None = None
    last: float | None = None
    characters: int = 0
    longest_gap: float = 0.0
    longest_gap_at: float = 0.0
    stalls: int = 0
    stalled: float = 0.0

    def add(self, at: float | None, characters: int) -> None:
        """A frame that added so many characters."""
        self.characters += characters
        if at is None:
            return
        if self.first is None or self.last is None:
            self.first = self.last = at
            return
        gap, begun = at - self.last, self.last
        self.last = at
        if gap > self.longest_gap:
            self.longest_gap, self.longest_gap_at = gap, begun
        if gap >= STALL_MS:
            self.stalls += 1
            self.stalled += gap

    @property
    def lasted(self) -> float | None:
        """Milliseconds from the first token to the last, None where that is too short to say anything."""
        if self.first is None or self.last is None or self.last - self.first < SHORTEST_MS:
            return None
        return self.last - self.first

    @property
    def characters_per_second(self) -> float | None:
        return self.per_second(self.characters)

    def per_second(self, count: int | None) -> float | None:
        """So many tokens (or characters) a second, from the first token on."""
        return None if count is None or self.lasted is None else 1000 * count / self.lasted
