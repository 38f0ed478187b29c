"""What nobody sees at first: for a browser that runs scripts it is text until the page is there.

To read, style and lay out what is hidden takes a browser as long as what it shows. Inside ``<noscript>`` it is skipped
(HTML Living Standard §4.12.2); ``static/js/later.js`` makes it what it is once the page was drawn, or at the first
press of a key or a button. Without scripts it stands there at once.
"""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString


def later(html: SafeString) -> SafeString:
    """The same HTML, later.

    Raises ``ValueError`` where it has a ``<noscript>`` of its own, whose end would be taken for that of this one.
    """
    if "<noscript" in html:
        raise ValueError("What comes later cannot hold a noscript element.")
    return format_html('<noscript class="later">{}</noscript>', html)
