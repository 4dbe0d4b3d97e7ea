"""Pages of news houses, encyclopaedias, archives and forums, and of other languages, made for the tests."""

from __future__ import annotations

from tests.built_others import ASKED, FRENCH, GERMAN, RUSSIAN, SHARE, TEASER
from tests.built_pages import FOUR, MENU, ONE, TEXT, THREE, TWO, Built, paragraphs

NEWS = {
    "an agency": Built(
        f"""<div class="Page-header">{MENU}</div><main class="Page-main"><div class="Page-content"><div
        class="Page-headline-wrapper"><h1 class="Page-headline">The bridge is unsound</h1></div><div
        class="Page-lead"><figure class="Figure"><picture><img src="a.jpg" alt="men on a bridge"></picture><figcaption
        class="Figure-caption"><p>Engineers stand on the third pier of the bridge. (Photo/Ola Berg)</p></figcaption>
        </figure></div><div class="Page-actions"><button>Share</button>{SHARE}</div><div
        class="RichTextStoryBody RichTextBody">{paragraphs(ONE, TWO)}<div class="FreeStar"><div
        class="AdvertisingBlock"><p>Advertisement</p></div></div><div class="PageListEnhancementGeneric"><div
        class="PageList-header-title">Other News</div><div class="PageList-items"><div class="PagePromo-title"><a
        href="/ice">Ice on the harbour may last into May, boatmen say</a></div></div></div>{paragraphs(THREE, FOUR)}
        <p>___</p><p>Roe reported from the harbour.</p></div><div class="Page-below"><div class="Author-bio"><a
        href="/roe">Jane Roe</a> writes about water.</div></div></div></main><div class="Taboola">{MENU}</div>""",
        ("Share", "Advertisement", "Other News", "Ice on", "writes about", "men on"),
        ("Roe reported from the harbour.",),
    ),
    "a house of markets": Built(
        f"""<nav class="navi">{MENU}</nav><article class="story-package-module__story"><section
        class="lede-headline"><h1><span class="lede-text-only__highlight">The bridge is
        unsound</span></h1></section><div
        class="body-columns"><section class="left-column"><div class="article-timestamp"><time>May 3, 2019, 9:12
        AM</time></div><div class="left-column-share">{SHARE}</div></section><section class="main-column"><div
        class="body-copy-v2 fence-body">{paragraphs(ONE)}<aside class="inline-newsletter"
        data-state="ready"><h3>The Harbour Letter</h3><p>What to know before the boats go out, each morning.</p><button>
        Sign Up</button></aside>{paragraphs(TWO)}<div class="thirdparty-embed"><p>Read More: <a href="/ice">Ice on
        the Harbour May Last Into May</a></p></div><p>{THREE}</p><p>{FOUR}</p><p><em>— With assistance by Ola
        Berg</em></p></div><div class="terminal-tagline">Before it's here, it's on the pier.</div><a class="learn-more"
        href="/t">LEARN MORE</a></section></div></article><section class="most-read"><h2>Most
        Read</h2>{MENU}</section>""",
        ("Harbour Letter", "Sign Up", "Ice on", "LEARN MORE", "Most Read", "Share on"),
        ("— With assistance by Ola Berg",),
    ),
    "a text behind a wall": Built(
        f"""<header class="top">{MENU}</header><article><h1>The bridge is unsound</h1><div
        class="article__body">{paragraphs(*TEXT)}</div><div class="article__gate gate--metered"><h2>Keep reading with
        a subscription</h2><ul><li>Unlimited pages on every boat</li><li>Cancel whenever the ice
        comes</li></ul><p>Already
        a reader? <a href="/login">Log in</a></p></div></article><div class="cookie-banner"
        role="dialog"><p>We and our partners store something on your device.</p><button>Accept all</button></div>""",
        ("Keep reading", "Unlimited pages", "Already", "partners store"),
    ),
    "an encyclopaedia on a telephone": Built(
        f"""<div id="mw-mf-viewport"><nav class="navigation-drawer">{MENU}</nav><div id="content" class="mw-body"><div
        class="pre-content heading-holder"><h1 id="section_0">Harbour bridge</h1><div class="minerva__tab-container"><a
        href="/w">Article</a><a href="/t">Talk</a></div><ul class="page-actions-menu__list"><li><a
        href="/l">Language</a></li></ul></div><div id="bodyContent" class="content"><div
        class="mw-parser-output"><section
        class="mf-section-0"><table class="infobox"><tr><th>Opened</th><td>1911</td></tr><tr><th>Length</th><td>90
        m</td></tr></table>{paragraphs(ONE, TWO)}</section><h2 class="section-heading"><span
        class="mw-headline">History</span><span class="mw-editsection"><a href="/e">edit</a></span></h2><section
        class="mf-section-1 collapsible-block">{paragraphs(THREE, FOUR)}</section></div></div><div
        class="post-content"><a class="last-modified-bar" href="/h">Last edited 4 days ago</a></div></div><footer
        class="mw-footer minerva-footer"><p>Content is available under a licence.</p></footer></div>""",
        ("Talk", "Language", "edit", "Last edited", "licence", "World news"),
        ("History",),
    ),
    "a paper made from its source": Built(
        f"""<nav class="ltx_page_navbar"><nav class="ltx_TOC"><ol><li><a href="#S1">1 Cost</a></li></ol></nav></nav><div
        class="ltx_page_main"><div class="ltx_page_content"><article class="ltx_document"><h1 class="ltx_title
        ltx_title_document">The bridge is unsound</h1><div class="ltx_authors"><span class="ltx_creator
        ltx_role_author"><span class="ltx_personname">Jane Roe</span></span></div><div class="ltx_abstract"><h6
        class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">{ONE}</p></div><section id="S1"
        class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag ltx_tag_section">1 </span>Cost
        </h2><div class="ltx_para"><p class="ltx_p">{TWO}</p></div><div class="ltx_para"><p
        class="ltx_p">{THREE}</p></div><div class="ltx_para"><p class="ltx_p">{FOUR}</p><p class="ltx_p">The load
        is <math
        alttext="x^{{2}}" display="inline"><semantics><msup><mi>x</mi><mn>2</mn></msup><annotation
        encoding="application/x-tex">x^{{2}}</annotation></semantics></math> at the
        pier.</p></div></section></article></div>
        <footer class="ltx_page_footer"><div class="ltx_page_logo">Generated in May by <a
        href="/l">LaTeXML</a></div></footer></div>""",
        ("Generated", "1 Cost]", "{"),
        ("Abstract", "1 Cost", "The load is x² at the pier."),
    ),
    "a forum": Built(
        f"""<div class="p-nav">{MENU}</div><div class="p-body"><h1 class="p-title-value">The bridge is
        unsound</h1><article
        class="message message--post" id="post-1"><div class="message-user"><h4 class="message-name">jroe</h4><h5
        class="userTitle">Member</h5><div class="message-userExtras"><dl
        class="pairs"><dt>Messages</dt><dd>312</dd></dl>
        </div></div><div
        class="message-main"><div class="message-attribution"><a href="#post-1">#1</a></div><div
        class="bbWrapper">{ONE}<br>
        <br>{TWO}<br><br>{THREE}<br><br>{FOUR}</div><aside class="message-signature"><div>Boats are better than
        bridges</div></aside><footer class="message-footer"><a href="/like">Like</a> <a
        href="/reply">Reply</a></footer></div></article></div><footer class="p-footer">{MENU}</footer>""",
        ("312", "Boats are", "Like", "Reply"),
    ),
    "an interview": Built(
        f"""<div class="site">{MENU}</div><article class="post"><h1>The bridge is unsound</h1><div
        class="entry-content">{paragraphs(ONE)}<p><b>{ASKED}</b></p>{paragraphs(TWO)}<p><strong>Harbour Times: And the
        cost?</strong></p>{paragraphs(THREE, FOUR)}<p><em>This conversation was shortened.</em></p></div></article>""",
        ("World news",),
        (ASKED, "Harbour Times: And the cost?", "This conversation was shortened."),
    ),
    "a live report": Built(
        f"""<header>{MENU}</header><main><h1>The bridge is unsound</h1><div class="live-blog" itemscope
        itemtype="https://schema.org/LiveBlogPosting">{
            "".join(
                f'<div class="live-blog-post" itemprop="liveBlogUpdate"><time class="live-blog-post__time">{n}:12 PM'
                f'</time><h2>Report {n}</h2><div class="live-blog-post__body"><p>{text}</p></div><div '
                f'class="live-blog-post__share">{SHARE}</div></div>'
                for n, text in enumerate(TEXT, 1)
            )
        }</div></main><aside class="key-events"><h3>Key events</h3>{MENU}</aside>""",
        ("Share on", "Key events", "World news"),
        ("Report 1", "Report 4"),
    ),
    "quotations pulled out of the text": Built(
        f"""<article><h1>The bridge is unsound</h1><div class="entry-content">{paragraphs(ONE)}<figure
        class="wp-block-pullquote"><blockquote><p>We were told for ten years that it was sound</p><cite>Mara
        Lindqvist</cite></blockquote></figure>{paragraphs(TWO)}<blockquote class="pullquote right">a new bridge, built
        downstream, would cost eleven</blockquote>{paragraphs(THREE)}<blockquote><p>It is not sound, and it never
        was.</p></blockquote>{paragraphs(FOUR)}<p>The report ends: “It is not sound, and it never was.”</p><div
        class="pull-quote">Nobody said so to the ferrymen.</div></div></article>""",
        (),
        (
            "It is not sound, and it never was.",
            "The report ends: “It is not sound, and it never was.”",
            "Nobody said so to the ferrymen.",
        ),
    ),
    "German": Built(
        f"""<nav class="hauptnavigation">{MENU}</nav><main><article><header><span
        class="kicker">Hafen</span><h1>The bridge
        is unsound</h1><p class="vorspann">{TEASER}</p></header><div class="artikel-text">{paragraphs(*GERMAN)}<div
        class="artikel-teaser mehr-zum-thema"><strong>Mehr zum Thema:</strong> <a href="/e">Eis im Hafen bis in den
        Mai</a></div>{paragraphs(*TEXT)}</div><div class="teilen">Artikel teilen</div><div
        class="schlagworte">Schlagworte: <a href="/b">Brücke</a></div></article><section class="leserkommentare"><p>Das
        war doch lange bekannt, und niemand hat etwas getan.</p></section></main><footer>Impressum</footer>""",
        ("Mehr zum Thema", "Artikel teilen", "Schlagworte", "lange bekannt", "Impressum"),
        GERMAN,
    ),
    "French": Built(
        f"""<div id="bandeau">{MENU}</div><div class="article"><h1>The bridge is unsound</h1><p
        class="chapo">{TEASER}</p>
        <div class="texte">{paragraphs(*FRENCH)}<p class="lire-aussi"><b>Lire aussi :</b> <a href="/g">La glace sur
        le port
        jusqu'en mai</a></p>{paragraphs(*TEXT)}</div><div class="partager">Partager cet article</div></div><div
        class="commentaires"><p>On le savait depuis longtemps, et personne n'a rien fait.</p></div><div
        id="pied-de-page">Mentions légales</div>""",
        ("Lire aussi", "Partager", "On le savait", "Mentions"),
        FRENCH,
    ),
    "Russian": Built(
        f"""<div class="header-menu">{MENU}</div><div class="b-article"><h1>The bridge is unsound</h1><div
        class="article-text">{paragraphs(*RUSSIAN)}<div class="read-also"><a href="/l">Читайте также: лёд в порту до
        мая</a></div>{paragraphs(*TEXT)}</div><div class="share-buttons">Поделиться</div><div class="tags">Теги: <a
        href="/m">мост</a></div></div><div class="news-feed">{MENU}</div>""",
        ("Читайте также", "Поделиться", "Теги"),
        RUSSIAN,
    ),
    "a house of nations": Built(
        f"""<div class="l-header">{MENU}</div><div class="region region-content"><div class="node
        node--type-press-release">
        <div class="field--name-field-symbol">HT/12/345</div><h1 class="page-title">The bridge is unsound</h1><div
        class="field field--name-body"><p><em>The following statement was issued today by the harbour master:</em></p>
        {paragraphs()}<p align="center">* *** *</p><p><em>For information media. Not an official
        record.</em></p></div></div></div><div class="footer-menu">{MENU}</div>""",
        ("World news",),
        ("The following statement was issued today by the harbour master:",),
    ),
}
