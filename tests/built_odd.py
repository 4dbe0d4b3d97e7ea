"""Pages out of the ordinary: exports, archives, transcripts, what scripts and plug-ins put into a text."""

from __future__ import annotations

from tests.built_pages import FOUR, MENU, ONE, THREE, TWO, Built, paragraphs

ODD = {
    "formulas set by a script": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1>{paragraphs()}<p>Load is <span
        class="katex"><span class="katex-mathml"><math
        xmlns="m"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow><annotation
        encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html"
        aria-hidden="true"><span class="base"><span class="mord">x</span><span
        class="msupsub">2</span></span></span></span> now.</p></article>""",
        ("^",),
        ("Load is x² now.",),
    ),
    "an exported document": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1>{paragraphs()}<p><span>It cost
        10</span><span style="vertical-align:super;font-size:8pt">6</span><span>
        crowns.</span></p></article>""",
        (),
        ("It cost 10⁶ crowns.",),
    ),
    "a gallery of pictures": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1><div class="gallery-slideshow"><div
        class="slide"><img src=a alt="pier"><p class="slide-caption">1 of 12</p></div><div class="slide"><img
        src=b><p class="slide-caption">2 of 12</p></div><button>Next</button></div><div
        class="entry-content">{paragraphs()}</div></article>""",
        ("1 of 12",),
    ),
    "an interview as a list of terms": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1><p>{ONE}</p><dl><dt>Harbour
        Times</dt><dd>{TWO}</dd><dt>Roe</dt><dd>{THREE}</dd></dl><p>{FOUR}</p></article>""",
        (),
        ("Harbour Times", "Roe"),
    ),
    "a transcript with numbered lines": Built(
        f"""<div id=top>{MENU}</div><table><tr><td><pre>1\n2\n3\n4</pre></td><td><p>{ONE}</p><p>{TWO}</p>
        </td></tr><tr><td><pre>5\n6\n7\n8</pre></td><td><p>{THREE}</p><p>{FOUR}</p></td></tr></table>""",
        ("World news",),
    ),
    "a list's archive": Built(
        f"""<h1>The bridge is unsound</h1><b>Jane Roe</b> <a href="mailto:x">jroe at example.org</a><br><i>Fri
        May 3 09:12:00 2002</i><ul><li>Previous message: <a href="1">ice</a><li>Next message: <a
        href=2>mill</a></ul><hr><pre>{ONE}\n\n{TWO}\n\n{THREE}\n\n{FOUR}\n</pre><hr><a href="l">More
        information about the list</a>""",
        (),
    ),
    "a page to print": Built(
        f"""<div class="print-only logo">Harbour Times</div><h1>The bridge is unsound</h1><div
        class="printarea">{paragraphs()}</div><div class="print-source">Source:
        https://h.example/bridge</div>""",
        (),
    ),
    "an exported notebook": Built(
        f"""<article id="1" class="page sans"><header><h1 class="page-title">The bridge is unsound</h1><table
        class="properties"><tbody><tr class="property-row"><th>Created</th><td>May 3,
        2019</td></tr><tr><th>Tags</th><td>bridge</td></tr></tbody></table></header><div
        class="page-body">{paragraphs()}<figure class="callout"><div>Mind the
        pier.</div></figure></div></article>""",
        (),
        ("Mind the pier.",),
    ),
    "a browser's reading view": Built(
        f"""<div class="container" style="--font:1"><div class="header reader-header"><a class="domain
        reader-domain" href="/">h.example</a><h1 class="reader-title">The bridge is unsound</h1><div
        class="credits reader-credits">Jane Roe</div><div class="meta-data"><div
        class="reader-estimated-time">4 minutes</div></div></div><hr><div class="content"><div
        class="moz-reader-content"><div id="readability-page-1"
        class="page">{paragraphs()}</div></div></div></div><div
        class="reader-controls"><button>Close</button></div>""",
        ("Close", "4 minutes"),
    ),
    "joomla": Built(
        f"""<div id="sp-menu">{MENU}</div><div class="item-page" itemscope><div class="page-header"><h2
        itemprop="headline">The bridge is unsound</h2></div><dl class="article-info text-muted"><dt
        class="article-info-term">Details</dt><dd class="createdby">Written by Jane Roe</dd><dd
        class="hits">Hits: 412</dd></dl><div itemprop="articleBody">{paragraphs()}</div><ul class="pager
        pagenav"><li><a href="/p">Prev</a></li></ul></div>""",
        ("Hits", "Prev", "Details"),
    ),
    "a transcript of a broadcast": Built(
        f"""<nav>{MENU}</nav><main><h1>The bridge is unsound</h1><div class="transcript"><p><strong>JANE ROE,
        HOST:</strong></p>{paragraphs()}<p>(SOUNDBITE OF WATER)</p></div><div
        class="transcript-disclaimer"><p>Copyright © 2019 HPR. All rights reserved. Visit our pages for further
        information.</p></div></main>""",
        ("World news",),
        ("(SOUNDBITE OF WATER)",),
    ),
    "a post taken in": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1><div
        class="article-content">{paragraphs(ONE, TWO)}<blockquote class="twitter-tweet"><p lang="en">The bridge
        will close at noon, and it will not open again. <a href="https://t.co/x">pic.twitter.com/x</a></p>—
        Harbour Office (@harbour) <a href="https://t/h">May 3,
        2019</a></blockquote>{paragraphs(THREE, FOUR)}</div></article>""",
        (),
        (),
    ),
    "a part folded in": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is
        unsound</h1>{paragraphs(ONE, TWO)}<details><summary>More</summary>{paragraphs(THREE, FOUR)}</details>
        <iframe src=x></iframe></article>""",
        (),
    ),
    "a contents list of a plug-in": Built(
        f"""<nav>{MENU}</nav><article><h1>The bridge is unsound</h1><div
        class="wp-block-rank-math-toc-block"><h2>Table of Contents</h2><nav><ul><li><a href="#a">The
        cost</a></li></ul></nav></div>{paragraphs(ONE, TWO)}<h2 id=a>The
        cost</h2>{paragraphs(THREE, FOUR)}<p>Filed Under: <a href="/l">Local</a>, <a
        href="/b">Bridges</a></p><p>Tagged With: <a href="/b">piers</a></p></article>""",
        ("Table of Contents", "Filed Under", "Tagged With"),
        ("The cost",),
    ),
}
