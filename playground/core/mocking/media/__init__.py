"""Real files made in process, so that a mocked picture can be seen, a voice heard and a film played.

Each is of the format that its media type says. What a format allows without an encoder of thousands of lines decides
what is in it: a tone where samples can be written plainly, silence in Opus and AAC.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from playground.core.mocking.media import audio, image, video

_FILES: dict[str, Callable[[], bytes]] = {
    "audio/mpeg": audio.mp3,
    "audio/mp3": audio.mp3,
    "audio/wav": audio.wav,
    "audio/x-wav": audio.wav,
    "audio/pcm": audio.pcm,
    "audio/flac": audio.flac,
    "audio/aac": audio.aac,
    "audio/opus": audio.opus,
    "audio/ogg": audio.opus,
    "image/png": image.png,
    "image/jpeg": image.jpeg,
    "image/webp": image.webp,
    "video/mp4": video.mp4,
}
#: File name extensions in addresses of files.
EXTENSIONS = {
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "pcm": "audio/pcm",
    "flac": "audio/flac",
    "aac": "audio/aac",
    "opus": "audio/opus",
    "ogg": "audio/ogg",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "mp4": "video/mp4",
}


@cache
def made(media_type: str) -> bytes | None:
    """A file of that media type (in lower case, without parameters), None where none can be made."""
    maker = _FILES.get(media_type)
    return maker() if maker else None
