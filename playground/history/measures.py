"""Times and sizes as people read them: 310 ms, 1.24 s, 2.1 kB."""

from __future__ import annotations

from django.utils.translation import gettext as _

_UNITS = ("B", "kB", "MB", "GB")


def duration(milliseconds: float | None) -> str:
    """``0.4 ms``, ``12 ms``, ``1.24 s``, ``2 min 5 s``; "" for none."""
    if milliseconds is None or milliseconds < 0:
        return ""
    if milliseconds < 9.95:
        return _("{number} ms").format(number=f"{milliseconds:.1f}")
    if milliseconds < 999.5:
        return _("{number} ms").format(number=f"{milliseconds:.0f}")
    if milliseconds < 99_950:
        return _("{number} s").format(number=f"{milliseconds / 1000:.3g}")
    seconds = round(milliseconds / 1000)
    return _("{minutes} min {seconds} s").format(minutes=seconds // 60, seconds=seconds % 60)


def size(count: int | None) -> str:
    """Bytes in units of a thousand: ``912 B``, ``2.1 kB``, ``64 MB``."""
    number = float(count or 0)
    if number < 1000:
        return f"{count or 0} B"
    for unit in _UNITS[1:]:
        number /= 1000
        if number < 999.5 or unit == _UNITS[-1]:
            break
    return f"{number:.1f} {unit}" if number < 99.95 else f"{number:.0f} {unit}"
