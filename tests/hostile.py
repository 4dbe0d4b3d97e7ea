"""A collection that attacks the site made of it: code, markup and templates in every place of every kind of seed.

Whatever would run calls `trap("...")`, which no page of a site may ever do.
"""

from __future__ import annotations

from pathlib import Path

from tests.test_write_escape import HOSTILE

TRAP = "trap(1)"
CODE = (
    f"<script>{TRAP}</script>",
    f"<img src=x onerror={TRAP}>",
    f"<svg onload={TRAP}><animate onbegin={TRAP} attributeName=x dur=1s>",
    f'"><script>{TRAP}</script>',
    f"'-{TRAP}-'",
    f"[follow](javascript:{TRAP})",
    f"![seen](javascript:{TRAP})",
    f'<a href="javascript:{TRAP}">a</a> <a href="data:text/html,<script>{TRAP}</script>">b</a>',
    f"<a href=vbscript:{TRAP}>c</a> <a href='java&#10;script:{TRAP}'>d</a>",
    f"text {{: onclick={TRAP} onmouseover={TRAP} style=color:red }}",
    f"## Head {{: #x onclick={TRAP} }}",
    "<style>@import 'http://evil.invalid/x.css';</style><b style=\"background:url('http://evil.invalid/x')\">s</b>",
    f"<!--><script>{TRAP}</script>--> <![CDATA[<script>{TRAP}</script>]]> ]]>",
    f"</textarea></title></script></style></pre></template><script>{TRAP}</script>",
    f"${{{TRAP}}} `${{{TRAP}}}` <%= {TRAP} %> #{{{TRAP}}}",
    "{{ 7 * 7 }} {{ config }} {% include '/etc/passwd' %} {# note #} {% raw %}",
    '--8<-- "/etc/passwd"',
    f'!!! danger "<b onclick={TRAP}>"\n    inside <script>{TRAP}</script>',
    f'=== "tab {TRAP}"\n    inside',
    f"<div markdown><script>{TRAP}</script></div> <div markdown=1 onclick={TRAP}>",
    f"<iframe srcdoc='<script>parent.{TRAP}</script>'></iframe><object data='javascript:{TRAP}'></object>",
    f"<form action='javascript:{TRAP}'><button formaction='javascript:{TRAP}'>go</button></form>",
    f"<base href='http://evil.invalid/'><meta http-equiv=refresh content='0;url=javascript:{TRAP}'>",
    f"&lt;script&gt;{TRAP}&lt;/script&gt; &#60;script&#62;{TRAP}&#60;/script&#62;",
    f"<math><mtext></p><img src onerror={TRAP}></math>",
    f"<details open ontoggle={TRAP}><summary>s</summary></details><video><source onerror={TRAP}></video>",
    "\u202e\u2066<b>\u2069 pay \u0001 \u001b[31m \u200b",
)
"""Every line is somebody's words: a page shows it, and does nothing."""
NAME = f"<img src=x onerror={TRAP}>"
QUOTED = f"We <script>{TRAP}</script> shall <img src=x onerror={TRAP}> meet [again](javascript:{TRAP}) in the spring"
PROSE = (
    f"“{QUOTED},” said Jane Doe, the mayor of <b onclick={TRAP}>Westport</b>, on 6 May 2018. "
    "The boat leaves at six in the morning, as it has done since the war, and comes back at nine."
)
DATED = (
    f"In 2018 the council <svg onload={TRAP}> met {{: onclick={TRAP} }} in the house of John <i onclick={TRAP}>Poe</i>."
)


def paragraphs(title: str) -> str:
    """A text of everything."""
    parts = [
        title,
        PROSE,
        DATED,
        *CODE,
        *HOSTILE,
        f"The end, said Jane Doe.[9]\n\n[9] See <script>{TRAP}</script> there.",
    ]
    return "\n\n".join(parts) + "\n"


def quoted(text: str) -> str:
    """A value for YAML."""
    return "'" + " ".join(text.split()).replace("'", "''") + "'"


def sidecar(slug: str, *, noted: bool) -> str:
    """Every key that holds words, each with code in it; `noted` where the seed has the quotation and the note."""
    keys = ("subtitle", "publisher", "kind", "series", "rights")
    lines = [f"title: {quoted(f'Title {NAME} {slug}')}", f"slug: {slug}", f"redirect_from: [old-{slug}]"]
    lines += [f"{key}: {quoted(NAME + ' {{ 7 * 7 }}')}" for key in keys]
    lines += [f"authors: [{quoted(NAME)}, {quoted(f'Jane {CODE[0]} Roe')}]", "published: 2018-05-07"]
    lines += [f"url: \"https://example.org/?a='-{TRAP}-'&b={{{{7}}}}\""]
    lines += ["names:", f"  - {{name: Westport, is: {quoted('West ' + NAME)}, type: place}}"]
    if noted:
        lines += ["quotes:", f"  - {{quote: {quoted('shall <img')}, speaker: {quoted('Eve ' + NAME)}}}"]
        lines += ["notes:", f"  - {{note: 9, text: {quoted(CODE[0] + CODE[5])}}}"]
    return "\n".join(lines) + "\n"


def web_page() -> str:
    """A saved page that attacks by its metadata, its attributes and its links."""
    head = "".join(
        f'<meta property="{key}" content="{value}">'
        for key, value in {
            "og:title": f"Page &lt;script&gt;{TRAP}&lt;/script&gt;",
            "og:site_name": f"&lt;img src=x onerror={TRAP}&gt;",
            "article:author": f"Jane &lt;svg onload={TRAP}&gt;",
            "article:published_time": "2018-05-08T10:00:00Z",
            "og:url": f"javascript:{TRAP}",
        }.items()
    )
    data = f'{{"@type":"Article","headline":"Page \\u003cscript>{TRAP}","url":"data:text/html,x","author":"</script>"}}'
    links = f'<a href="javascript:{TRAP}">one</a> <a href=" java\nscript:{TRAP}">two</a> <a href="//evil.invalid">x</a>'
    body = "".join(f"<p>{PROSE} {code}</p>" for code in CODE)
    shown = "".join(f"<p>{''.join(f'&#{ord(c)};' for c in code)}</p>" for code in CODE)
    return (
        f"<!doctype html><html><head><title>Page {NAME}</title>{head}<script type='application/ld+json'>{data}</script>"
        f"</head><body onload={TRAP}><article><h1 onclick={TRAP}>Page</h1><p>{PROSE}</p><p>{links}</p>{shown}{body}"
        f"<img src=x alt='<b onclick={TRAP}>' onerror={TRAP}><p>{PROSE}</p></article></body></html>"
    )


def hostile(seeds: Path) -> None:
    """Write the collection."""
    seeds.mkdir(parents=True)
    front = f"---\ntitle: {quoted('Front ' + NAME)}\nauthor: {quoted(NAME)}\nsite: '{{{{ 7 * 7 }}}}'\n---\n\n"
    late = f"\n\n---\ntitle: late\npublish: private\nonclick: {TRAP}\n---\n\n"
    files = {
        "one.txt": paragraphs(f"One {NAME}"),
        "two.txt": paragraphs(f"Two {CODE[0]} {{: onclick={TRAP} }}"),
        "two.yml": sidecar("two-titled", noted=True),
        "three.md": front + paragraphs(f"# Three {NAME} [x](javascript:{TRAP})") + late,
        "four.html": web_page(),
        "five.html": web_page().replace("Page", "Leaf"),
        "five.yml": sidecar("five-titled", noted=False),
        f"six {CODE[0].replace('/', '')} {{{{ 7 * 7 }}}}.txt": PROSE.lower(),
        "seven.md": paragraphs("Plain words first") + late,
        "names.yml": f"names:\n  - name: Jane Doe\n    description: {quoted(NAME)}\n    links: {{x: {quoted(NAME)}}}\n",
    }
    for name, text in files.items():
        (seeds / name).write_text(text, encoding="utf-8")
