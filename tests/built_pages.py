"""Pages as the usual builders make them, written for the tests: one article of four paragraphs and furniture."""

from __future__ import annotations

from dataclasses import dataclass

ONE = "The council met on Tuesday to hear what engineers had found beneath the old bridge, and it did not like it."
TWO = "“We were told for ten years that it was sound,” said Mara Lindqvist of the harbour ward, “and it is not.”"
THREE = "Repairs would cost four million crowns, the report says; a new bridge, built downstream, would cost eleven."
FOUR = "A decision is expected before the summer, when the ferries stop for the season and the road is all there is."
TEXT = (ONE, TWO, THREE, FOUR)
RAIN = "<p>It rained on the harbour all day, and the boats stayed where they were.</p>"
LINKS = "".join(f'<li><a href="/{word}">{word} news and more of it</a></li>' for word in ("World", "Local", "Sports"))
MENU = f"<ul>{LINKS}</ul>"


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs."""
    return "".join(f"<p>{text}</p>\n" for text in texts or TEXT)


@dataclass(frozen=True)
class Built:
    """A page, lines it must not show, and lines it must show beside the four paragraphs."""

    body: str
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


BUILT = {
    "wordpress": Built(
        f"""<div id="page" class="site"><header id="masthead" class="site-header"><p
        class="site-title">Harbour Times</p>
        <nav class="main-navigation">{MENU}</nav></header><div id="content" class="site-content"><main>
        <article class="post-7 post type-post hentry category-local tag-bridge"><header class="entry-header">
        <h1 class="entry-title">The bridge is unsound</h1><div class="entry-meta"><span class="posted-on">Posted on
        <time datetime="2019-05-03">May 3, 2019</time></span> <span class="byline">by <span class="author vcard"><a
        href="/author/jroe">Jane Roe</a></span></span></div></header><div class="entry-content">{paragraphs()}
        <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a
        href="/t">Twitter</a>
        </ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/x">An older story
        of the
        same bridge</a></p></div></div><footer class="entry-footer"><span class="tags-links">Tagged <a
        href="/b">bridge</a>
        </span></footer></article><div id="comments" class="comments-area"><h2>3 thoughts on “The bridge is
        unsound”</h2>
        <ol class="comment-list"><li><div class="comment-content"><p>I have driven over it for years, and I never
        liked
        the sound it made in winter.</p></div></li></ol></div></main></div><aside id="secondary" class="widget-area">
        <section class="widget"><h2>Recent Posts</h2>{MENU}</section></aside><footer id="colophon">Proudly powered
        by a
        server in the cellar.</footer></div>""",
        ("Share this", "Related", "older story", "thoughts on", "never liked", "Recent Posts", "powered by", "Tagged"),
    ),
    "blogger": Built(
        f"""<div class="content-outer"><div class="main-outer"><div id="main" class="main section"><div
        class="widget Blog"
        id="Blog1"><div class="blog-posts hfeed"><div class="date-outer"><h2 class="date-header">Friday, May 3,
        2019</h2>
        <div class="post hentry uncustomized-post-template"><h3 class="post-title entry-title">The bridge is
        unsound</h3>
        <div class="post-body entry-content">{ONE}<br /><br />{TWO}<br /><br />
        {THREE}<br><br>{FOUR}<div style="clear: both;"></div></div><div class="post-footer">Posted by <span
        class="fn">Jane
        Roe</span> at <a href="/p">9:12 AM</a> <a href="/c">2 comments:</a></div></div></div></div>
        <div class="comments" id="comments"><h4>2 comments:</h4><p>My uncle built it, and he would not have said
        so.</p>
        </div></div></div></div><div class="sidebar section"><div class="widget BlogArchive"><h2>Blog
        Archive</h2>{MENU}
        </div></div></div>""",
        ("2 comments", "My uncle", "Blog Archive", "World news"),
    ),
    "drupal": Built(
        f"""<div class="region region-header">{MENU}</div><div role="main" class="main-container"><div class="region
        region-content"><h1 class="page-header">The bridge is unsound</h1><article class="node node--type-article">
        <div class="field field--name-body field--type-text-with-summary field__item">{paragraphs()}</div>
        <div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__item"><a
        href="/t/1">bridges</a></div></div></article><div class="block-views-blockrelated"><h2>More from this
        section</h2>
        {MENU}</div></div></div><footer class="footer">Contact the office of the harbour.</footer>""",
        ("Tags", "bridges", "More from", "Contact"),
    ),
    "substack": Built(
        f"""<div class="main-menu">{MENU}</div><article class="typography newsletter-post post"><div
        class="post-header">
        <h1 class="post-title">The bridge is unsound</h1><h3 class="subtitle">What the engineers found</h3></div>
        <div class="available-content"><div dir="auto" class="body markup">{paragraphs(ONE, TWO)}<div
        class="subscription-widget-wrap"><p class="cta-caption">Harbour Times is a reader-supported publication.</p>
        <form><input type="email" placeholder="Type your email..."><input type="submit"></form></div>
        {paragraphs(THREE, FOUR)}<div class="captioned-button-wrap"><a href="/s">Leave a comment</a></div></div></div>
        </article><div id="discussion"><h4>Discussion about this post</h4><div class="comment-list"><p>Good to read
        it at
        last in plain words, thank you.</p></div></div>""",
        ("reader-supported", "Leave a comment", "Discussion about", "plain words"),
    ),
    "medium": Built(
        f"""<nav><a href="/">Open in app</a><a href="/s">Sign up</a></nav><article><div><section><h1
        class="pw-post-title
        graf--title">The bridge is unsound</h1><div><a href="/@roe">Jane Roe</a><button>Follow</button></div><div>4
        min
        read</div>{"".join(f'<p class="pw-post-body-paragraph graf graf--p">{text}</p>' for text in TEXT)}
        <ul class="postList"><li class="graf--li">A deck of oak that nobody has seen since the war ended</li>
        <li class="graf--li">Piers of stone on sand</li></ul></section></div></article><div>{MENU}</div>""",
        ("Open in app", "Follow", "min read"),
        ("A deck of oak that nobody has seen since the war ended", "Piers of stone on sand"),
    ),
    "ghost": Built(
        f"""<header class="gh-head">{MENU}</header><main><article class="article post"><header class="article-header">
        <h1>The bridge is unsound</h1></header><section class="gh-content gh-canvas">{paragraphs()}<blockquote>It
        is not
        sound, and it was not sound when it was built.</blockquote></section></article></main><section
        class="footer-cta"><h2>Sign up for more like this.</h2></section><aside class="read-more-wrap"><article><h2><a
        href="/y">Ferries to stop early</a></h2><p>They stop in May this year.</p></article></aside>""",
        ("Sign up", "Ferries to stop"),
        ("It is not sound, and it was not sound when it was built.",),
    ),
    "mediawiki": Built(
        f"""<div id="mw-page-base"></div><div id="content" class="mw-body"><h1 id="firstHeading">Harbour bridge</h1>
        <div id="bodyContent"><div id="siteSub">From the open encyclopedia</div><div id="jump-to-nav">Jump to: <a
        href="#n">navigation</a></div><div id="mw-content-text"><div class="mw-parser-output"><div role="note"
        class="hatnote">For the song, see <a href="/x">Harbour Bridge (song)</a>.</div>{paragraphs(ONE, TWO)}<div
        id="toc"
        class="toc"><h2>Contents</h2><ul><li><a href="#History">1 History</a></li></ul></div><h2><span
        class="mw-headline" id="History">History</span><span class="mw-editsection">[<a
        href="/e">edit</a>]</span></h2>
        {paragraphs(THREE, FOUR)}<table class="navbox"><tr><td><a href="/b">Bridges of the
        county</a></td></tr></table>
        </div></div><div id="catlinks" class="catlinks">Categories: <a href="/c">Bridges</a></div></div></div>
        <div id="mw-navigation">{MENU}</div><div id="footer">This page was last edited in May.</div>""",
        ("From the open", "Jump to", "For the song", "Contents", "edit", "Bridges of", "Categories", "last edited"),
        ("History",),
    ),
    "court": Built(
        f"""<p align="center">IN THE HARBOUR COURT</p><p align="center">No. 12-345</p>{paragraphs()}<p>So
        ordered.</p>""",
        (),
        ("IN THE HARBOUR COURT", "No. 12-345", "So ordered."),
    ),
    "tables for layout": Built(
        f"""<table width="760"><tr><td colspan="2"><a href="/">Home</a> | <a href="/n">News</a> | <a href="/a">About</a>
        </td></tr><tr><td width="140"><a href="/1">World news</a><br><a href="/2">Local news</a><br></td><td><font
        size="4"><b>The bridge is unsound</b></font><br><br>{ONE}<br><br>{TWO}<br><br>{THREE}<br><br>{FOUR}<br><br>
        </td></tr><tr><td colspan="2" align="center"><font size="1"><a href="/t">Terms</a> <a
        href="/p">Privacy</a></font>
        </td></tr></table>""",
        ("Home", "Local news", "Privacy"),
        ("The bridge is unsound",),
    ),
    "boxes without paragraphs": Built(
        f"""<div class="top">{MENU}</div><div class="c1"><div class="c2"><h1>The bridge is unsound</h1>
        {"".join(f'<div class="t">{text}</div>' for text in TEXT)}</div></div><div class="low"><a
        href="/t">Terms</a></div>""",
        ("Terms",),
    ),
    "a whole page in a form": Built(
        f"""<form id="aspnetForm" action="/p"><div class="menu">{MENU}</div><div id="main">{paragraphs()}</div>
        <input type="text"><button>Search</button></form>""",
        ("Search",),
    ),
    "a sidebar in the name of a wrapper": Built(
        f"""<div id="content-sidebar-wrap" class="has-sidebar sidebar-right"><div class="story related-content-enabled">
        {paragraphs()}</div><div class="sidebar">{MENU}</div></div>""",
        ("World news",),
    ),
    "text hidden by a wall": Built(
        f"""<div class="paywall-bar">Subscribe to go on.</div><div class="text"
        style="display:none">{paragraphs()}</div>""",
        ("Subscribe to go on",),
    ),
    "words for machines": Built(
        f"""<article>{paragraphs(ONE, TWO, THREE)}<p>{FOUR[:-1]}<span class="screen-reader-text"> (opens in a new
        window)</span>.</p><noscript><img src="x">Enable scripts.</noscript><script>var x = "<p>no</p>";</script>
        <template><p>A card to be.</p></template></article>""",
        ("opens in", "Enable", "no<", "A card"),
    ),
    "cards": Built(
        f"""<h1>The bridge is unsound</h1><div class="a"><div class="text">{paragraphs()}</div><div class="b">{
            "".join(
                f'<div class="box"><h4><a href="/{n}">Another headline of the day {n}</a></h4>{RAIN}</div>'
                for n in range(4)
            )
        }</div></div>""",
        ("Another headline", "It rained"),
    ),
    "endless scrolling": Built(
        f"""<main><article class="story"><h1>The bridge is unsound</h1>{paragraphs()}</article><article class="story">
        <h1>The ferries stop early</h1>{RAIN * 5}
        </article></main>""",
        ("The ferries stop", "It rained"),
    ),
    "a live blog": Built(
        f"""<main><h1>The bridge is unsound</h1>{
            "".join(
                f'<article class="entry"><h2>At {n} o’clock</h2><p>{text}</p></article>' for n, text in enumerate(TEXT)
            )
        }</main>""",
        (),
        ("At 0 o’clock", "At 3 o’clock"),
    ),
    "another language": Built(
        f"""<div class="menü">{MENU}</div><h1>The bridge is unsound</h1><div class="artikel">{paragraphs()}</div>
        <div id="kommentare"><p>Das war doch schon lange bekannt, und niemand hat etwas getan.</p></div>
        <div class="comentarios"><p>Ya lo sabíamos todos, y nadie hizo nada en diez años.</p></div>""",
        ("Das war", "Ya lo"),
    ),
}
