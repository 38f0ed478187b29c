"""Markdown from strangers does no harm and still reads well."""

import re
from html.parser import HTMLParser

import pytest

from playground.web.markdown import ATTRIBUTES, SCHEMES, TAGS, plain, render

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    '![x](x" onerror="alert(1))',
    "![x](javascript:alert(1))",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="\x01javascript:alert(1)">x</a>',
    "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x></object><embed src=x>",
    "<form action=//evil.example><input name=csrfmiddlewaretoken><button>Send</button></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<style>*{display:none}</style>",
    "<a id=main name=main class='button primary' data-copy=x hx-get=/x>x</a>",
    "<details ontoggle=alert(1) open><summary>x</summary></details>",
    "```html\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "# <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "<!-- <script>alert(1)</script> -->",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<span class="notice danger">x</span>',
    "<h1 class=x onmouseover=alert(1)>x</h1>",
    "plain < script > & \" '",
]


class Allowed(HTMLParser):
    """Fails on any element, attribute, class or scheme that is not on the list."""

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES.get(tag, set()) | {"class", "rel"}, (tag, name)
            if name == "href":
                scheme = re.match(r"\s*([\w+.-]+):", value)
                assert scheme is None or scheme[1].lower() in SCHEMES, value
            if name == "class":
                assert all(re.fullmatch(r"hl|code-block|[a-z][a-z0-9]{0,2}", one) for one in value.split()), value

    def handle_comment(self, data):
        raise AssertionError(data)


@pytest.mark.parametrize("source", ATTACKS)
def test_nothing_that_does_harm_comes_through(source):
    Allowed().feed(render(source))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("", ""),
        ("one & two", "<p>one &amp; two</p>"),
        ("plain text, 100% sure!", "<p>plain text, 100% sure!</p>"),
        ("**bold** `code`", "<p><strong>bold</strong> <code>code</code></p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("- a", "<ul>\n<li>a</li>\n</ul>"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>"),
        ("# a", "<h3>a</h3>"),
        ("##### a", "<h6>a</h6>"),
        ("<h2>a</h2>", "<h4>a</h4>"),
        ("~~a~~", "<p><s>a</s></p>"),
        ("{{YOUR_API_KEY}}", "<p>{{YOUR_API_KEY}}</p>"),
        ("![a picture](https://e.example/p.png)", ">a picture</a>"),
        ("```json\n1\n```", '<pre class="hl code-block"><code><span class="mi">1</span></code></pre>'),
        ("[a](/docs/x/)", '<a href="/docs/x/"'),
        ("取值 -100 到 100", "<p>取值 -100 到 100</p>"),
    ],
)
def test_what_people_write_is_shown(source, html):
    rendered = render(source).strip()
    assert html in rendered if html else rendered == ""


def test_links_pass_no_credit_and_no_window():
    assert 'rel="noopener noreferrer nofollow"' in render("[a](https://e.example/)")


def test_plain_is_text_in_one_line():
    assert plain("# A\n\nb **c** <b>d</b> `e`\n\n- f &amp; g") == "A b c d e f & g"
    assert plain("x" * 400) == "x" * 299 + "…"
    assert "<" not in plain("<script>alert(1)</script>a")
