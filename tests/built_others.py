"""More pages as builders of pages make them: hosted sites, agencies, courts, houses of government, other languages."""

from __future__ import annotations

from tests.built_pages import FOUR, MENU, ONE, TEXT, THREE, TWO, Built, paragraphs

TEASER = "A harbour master remembers the winter in which the ice carried off two boats and a mill."
SHARE = '<a href="https://t.example/share"><span>Share on Twitter</span></a><a href="https://f.example/s">Facebook</a>'
ASKED = "What did the engineers find when they went down to the piers?"
GERMAN = (
    "Der Stadtrat hörte am Dienstag, was die Ingenieure unter der Brücke gefunden hatten, und es gefiel ihm nicht.",
    "„Man hat uns zehn Jahre lang gesagt, sie sei sicher“, sagte Mara Lindqvist, „und sie ist es nicht.“",
    "Eine Reparatur würde vier Millionen Kronen kosten, heißt es im Bericht, eine neue Brücke elf.",
)
FRENCH = (
    "Le conseil a entendu mardi ce que les ingénieurs avaient trouvé sous le vieux pont, et cela ne lui a pas plu.",
    "« On nous a dit pendant dix ans qu'il était sûr », a déclaré Mara Lindqvist, « et il ne l'est pas. »",
    "Les travaux coûteraient quatre millions de couronnes, selon le rapport ; un pont neuf en coûterait onze.",
)
RUSSIAN = (
    "Во вторник городской совет узнал, что инженеры нашли под старым мостом, и это ему не понравилось.",
    "«Нам десять лет говорили, что он надёжен, — сказала Мара Линдквист, — а это не так».",
    "Ремонт обойдётся в четыре миллиона крон, говорится в докладе, новый мост — в одиннадцать.",
)

OTHERS = {
    "squarespace": Built(
        f"""<div id="siteWrapper" class="clearfix site-wrapper"><header id="header" class="header"><div
        class="header-nav">{MENU}</div></header><main id="page" role="main"><article class="h-entry blog-item
        blog-item--layout"><div class="blog-item-wrapper"><div class="blog-item-top-wrapper"><h1
        class="entry-title entry-title--large">The bridge is unsound</h1><div class="blog-item-meta-wrapper"><span
        class="blog-item-category"><a href="/c">Local</a></span><time class="dt-published">May 3</time><span
        class="blog-item-author">Written By <a href="/a">Jane Roe</a></span></div></div><div
        class="blog-item-content-wrapper"><div class="blog-item-content e-content"><div class="sqs-layout"><div
        class="sqs-row row"><div class="col sqs-col-12"><div class="sqs-block html-block"><div
        class="sqs-block-content">{paragraphs(ONE, TWO)}</div></div><div class="sqs-block image-block"><div
        class="sqs-block-content"><figure class="sqs-block-image-figure"><img alt="a pier under water" src="p.jpg">
        <figcaption class="image-caption-wrapper"><p>The third pier in spring</p></figcaption></figure></div></div><div
        class="sqs-block html-block"><div class="sqs-block-content">{paragraphs(THREE, FOUR)}</div></div><div
        class="sqs-block newsletter-block"><h2 class="newsletter-form-header-title">Sign up</h2><p>Hear from us
        once a week.</p><form><button>Sign Up</button></form></div></div></div></div></div><div
        class="blog-item-tags">Tags <a href="/b">bridge</a></div></div></div><section
        class="blog-item-pagination"><a href="/p">Previous: Ice on the harbour</a></section><div
        class="squarespace-comments"><p>It was always a bad bridge, said my uncle.</p></div></article></main><footer
        class="sections">Built in a cellar.</footer></div>""",
        ("Sign up", "once a week", "Tags", "Previous:", "my uncle", "cellar", "under water"),
        ("The third pier in spring",),
    ),
    "nested boxes of a drag-and-drop builder": Built(
        f"""<div id="SITE_CONTAINER"><div id="main_MF"><div id="SITE_HEADER" class="xU8fqS"><div class="_2O-Ry"><div
        data-testid="linkElement"><a href="/">Harbour Times</a></div>{MENU}</div></div><div id="PAGES_CONTAINER"><div
        class="_3CemL"><div><div data-hook="post-page"><div><h1 data-hook="post-title"><span>The bridge is
        unsound</span></h1><div data-hook="post-description"><div class="rich-content">{
            "".join(f'<div data-breakout="normal"><p class="_1j-51"><span>{text}</span></p></div>' for text in TEXT)
        }</div></div></div><div data-hook="post-footer"><button>Like</button><div
        data-hook="social-share">{SHARE}</div><div data-hook="view-count">312 views</div></div></div><div
        class="recent-posts-widget"><h2>Recent Posts</h2>{MENU}</div></div></div></div><div id="SITE_FOOTER"><p>All
        the harbour's news since 1911.</p></div></div></div>""",
        ("Like", "Share on", "312 views", "Recent Posts", "since 1911"),
    ),
    "tumblr": Built(
        f"""<div class="header"><h1><a href="/">harbourtimes</a></h1><p class="description">Notes from a wet town, with
        pictures of boats.</p></div><section id="posts"><article class="post text" id="post-1"><div
        class="post-content"><h2><a href="/post/1">The bridge is unsound</a></h2>{paragraphs()}</div><div
        class="post-panel"><a class="post-notes" href="#notes">114 notes</a><a class="reblog" href="/r">Reblog</a><ul
        class="tags"><li><a href="/tagged/bridge">#bridge</a></li></ul></div></article><div class="notes-container"><ol
        class="notes"><li class="note like">boatlover liked this</li><li class="note reblog">piers reblogged this from
        harbourtimes</li><li class="note">icefan liked this</li></ol></div></section>""",
        ("114 notes", "Reblog", "#bridge", "liked this"),
    ),
    "substack with notes": Built(
        f"""<div class="post"><h1 class="post-title">The bridge is unsound</h1><div class="post-ufi"><a>12</a><a>3</a>
        <a href="/s">Share</a></div><div class="available-content"><div class="body markup">{paragraphs(ONE, TWO)}<div
        class="pencraft subscribe-widget"><p>Get new posts in your mailbox, free and without advertising.</p><a
        class="button primary" href="/sub"><span>Subscribe now</span></a></div>{paragraphs(THREE, FOUR)}<p>That is
        all.<a
        class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p><div
        class="digest-post-embed"><h4>Ice on the harbour</h4><p>{TEASER}</p><a href="/ice">Read full story</a></div><div
        class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div
        class="footnote-content"><p>The minutes of the council, May 3, page 12.</p></div></div></div></div><div
        class="post-footer"><a>12 Likes</a></div></div><div class="comments-page"><p>Thank you for telling us in
        plain words.</p></div>""",
        ("Get new posts", "Subscribe now", "Read full story", "12 Likes", "plain words"),
        ("The minutes of the council, May 3, page 12.",),
    ),
    "ghost with cards": Built(
        f"""<main class="gh-main"><article class="gh-article post"><header class="gh-article-header"><span
        class="gh-article-tag">Local</span><h1 class="gh-article-title">The bridge is unsound</h1><p
        class="gh-article-excerpt">What the engineers found under the water.</p><div class="gh-article-meta-content"><h4
        class="gh-author-name">Jane Roe</h4><span class="gh-article-length">6 min read</span></div></header><section
        class="gh-content">{paragraphs(ONE)}<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container"
        href="/ice"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Ice on the harbour</div><div
        class="kg-bookmark-description">{TEASER}</div><div class="kg-bookmark-metadata">Harbour
        Times</div></div></a></figure>{paragraphs(TWO)}<div class="kg-card kg-callout-card"><div
        class="kg-callout-text">The bridge was built in 1911.</div></div>{paragraphs(THREE)}<div
        class="kg-card kg-signup-card"><h2>Harbour Times</h2><p>Our letter comes on Fridays.</p></div><div
        class="kg-card kg-button-card"><a href="/s" class="kg-btn">Become a member</a></div>{paragraphs(FOUR)}</section>
        </article></main>""",
        ("min read", "Ice on the harbour", "ice carried", "on Fridays", "Become a member"),
        ("The bridge was built in 1911.",),
    ),
    "a theme of a static site": Built(
        f"""<header class="site-header"><a class="site-title" href="/">Harbour Times</a><nav
        class="site-nav">{MENU}</nav></header><main class="page-content"><div class="wrapper"><article class="post
        h-entry"
        itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name"
        itemprop="name headline">The bridge is unsound</h1><p class="post-meta"><time
        itemprop="datePublished">May 3, 2019</time> · 5 minute read · 1204 words</p></header><nav id="TableOfContents">
        <ul><li><a href="#a">What it costs</a></li></ul></nav><div class="post-content e-content"
        itemprop="articleBody">{paragraphs(ONE, TWO)}<h2 id="a">What it costs <a class="anchor" href="#a"
        aria-hidden="true">#</a></h2>{paragraphs(THREE, FOUR)}</div><div class="post-nav"><a href="/p">« Ice on the
        harbour</a><a href="/n">The mill »</a></div><div id="disqus_thread"></div><a class="u-url" href="/b"
        hidden></a></article></div></main><footer class="site-footer h-card"><p>A record of a wet town.</p></footer>""",
        ("minute read", "Ice on", "wet town", "#"),
        ("What it costs",),
    ),
    "drupal 7": Built(
        f"""<div id="page-wrapper"><div id="breadcrumb"><a href="/">Home</a> » <a href="/n">News</a></div><div
        id="content" class="column"><h1 class="title" id="page-title">The bridge is unsound</h1><div
        id="block-system-main"
        class="block block-system"><div class="content"><div id="node-7" class="node node-article clearfix"><div
        class="meta submitted">Submitted by <span class="username">jroe</span> on Fri, 05/03/2019 - 09:12</div><div
        class="content clearfix"><div class="field field-name-field-image"><img src="a.jpg" alt="a bridge in fog"></div>
        <div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div
        class="field-item even" property="content:encoded">{paragraphs()}</div></div></div><div
        class="field field-name-field-tags"><h3 class="field-label">Tags: </h3><ul class="links"><li><a
        href="/t">bridges</a></li></ul></div></div><div class="link-wrapper"><ul class="links inline"><li><a
        href="/login">Log in</a> or <a href="/register">register</a> to post comments</li></ul></div></div></div></div>
        </div><div id="sidebar-second" class="column sidebar">{MENU}</div></div>""",
        ("Home", "Tags", "to post comments", "World news", "in fog"),
    ),
    "typo3": Built(
        f"""<div class="page-top">{MENU}</div><div id="c12" class="frame frame-default frame-type-list"><div
        class="news news-single"><div class="article" itemscope><div class="header"><h1 itemprop="headline">The bridge
        is unsound</h1></div><div class="teaser-text"><p>What the engineers found under the water.</p></div><div
        class="news-text-wrap" itemprop="articleBody">{paragraphs()}</div><div class="news-backlink-wrap"><a
        href="/n">Back</a></div><div class="news-related-wrap"><h4>Related news</h4><ul><li><a href="/ice">Ice on the
        harbour</a></li></ul></div></div></div></div><div class="page-bottom"><a href="/imprint">Imprint</a></div>""",
        ("Back", "Related news", "Imprint"),
    ),
    "an old newspaper in tables": Built(
        f"""<body bgcolor="#ffffff"><center><table width="100%"><tr><td><img src="logo.gif" alt="Harbour Times"></td>
        <td align="right"><font size="-1">Friday, May 3, 2002</font></td></tr></table></center><table><tr><td
        valign="top" width="120"><font size="-1"><a href="/n">News</a><br><a href="/s">Sports</a><br><a
        href="/w">Weather</a><br></font></td><td valign="top"><font size="+2">The bridge is unsound</font><br><i>By Jane
        Roe</i><br><br>{ONE}<br><br>{TWO}<br><br><table align="right" width="120"><tr><td><a href="/ad"><img
        src="ad.gif"></a><br><font size="-2">ADVERTISEMENT</font></td></tr></table>{THREE}<br><br>{FOUR}<br><br><hr><a
        href="mailto:e@example.org">Send this story to a friend</a> | <a href="/p">Printer-friendly version</a></td><td
        width="140"><b>Other stories</b><br><a href="/1">Ice on the harbour this week</a><br><a href="/2">A mill is
        sold to nobody</a></td></tr></table><font size="-2">Copyright 2002 Harbour Times</font>""",
        ("Weather", "ADVERTISEMENT", "Send this story", "Other stories", "A mill is"),
    ),
    "an opinion with marks of pages": Built(
        f"""<div class="nav">{MENU}</div><div id="opinion"><center><b>HARBOUR TOWN v. LINDQVIST</b></center><center>No.
        12-345.</center><p class="indent">{ONE}</p><p class="indent">{TWO}</p><p
        class="indent"><span class="star-pagination">*261</span> Nobody knew.</p><p class="indent">{THREE}</p><p
        class="indent">{FOUR}</p><p class="indent">It is so ordered.</p></div><div class="disclaimer-bar">Opinions are
        for research.</div>""",
        ("World news",),
        ("HARBOUR TOWN v. LINDQVIST", "*261 Nobody knew.", "It is so ordered."),
    ),
    "a house of government": Built(
        f"""<header class="acctoolbar"><a class="skip-link" href="#c">Skip to content</a>{MENU}</header><main
        id="c"><article><header class="page-header"><div class="date-published">May 3, 2019</div><h1
        class="page-header__title">The bridge is unsound</h1><ul class="page-header__issues"><li><a
        href="/i">Statements</a></li></ul></header><section class="page-content"><div class="row"><p
        style="text-align:center"><strong>FOR IMMEDIATE RELEASE</strong></p>{paragraphs()}<p
        style="text-align:center">###</p></div></section><div class="page-pagination"><span>Next Post:</span><a
        href="/n">Statement on the ferries</a></div></article></main><footer><div
        class="social">{SHARE}</div></footer>""",
        ("Skip to", "Next Post", "Statement on", "Share on"),
    ),
    "amp": Built(
        f"""<amp-sidebar id="menu" layout="nodisplay">{MENU}</amp-sidebar><header class="ampstart-headerbar">Harbour
        Times</header><article class="amp-wp-article"><header class="amp-wp-article-header"><h1
        class="amp-wp-title">The bridge is unsound</h1></header><figure class="amp-wp-article-featured-image"><amp-img
        src="a.jpg" alt="a bridge in fog"></amp-img><figcaption class="wp-caption-text">The third pier in
        spring</figcaption></figure><div class="amp-wp-article-content">{paragraphs(ONE, TWO)}<amp-ad width="300"><div
        placeholder>Advertisement</div></amp-ad>{paragraphs(THREE, FOUR)}</div><footer
        class="amp-wp-article-footer"><div
        class="amp-wp-meta">Categories: <a href="/l">Local</a></div></footer></article><amp-consent id="c"><div
        id="consent-ui"><p>We value your privacy and would like to store something.</p></div></amp-consent>""",
        ("Advertisement", "Categories", "value your privacy", "World news", "in fog"),
    ),
}
