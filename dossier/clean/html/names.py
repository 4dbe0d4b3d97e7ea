"""The element names of HTML by what they do to the tree and to words: the HTML standard's, not a language's."""

from __future__ import annotations


def tags(listed: str) -> frozenset[str]:
    """Element names from a line of them."""
    return frozenset(listed.split())


BLOCKS = tags(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main menu nav ol "
    "optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul"
)
"""Elements at whose edges words end."""
VOID = tags("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
FORMATTING = tags("a b big code em font form i nobr s small span strike strong tt u")
"""Elements whose end tag ends only themselves, whatever else is open inside."""
SCOPES = tags("applet button caption html marquee object table td template th")
"""Elements that no end tag from inside reaches across."""
SPECIAL = tags(
    "address applet article aside blockquote body button caption center colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html li main marquee "
    "menu nav noscript object ol p pre search section select summary table tbody td template tfoot th thead tr ul"
)
"""Elements that the end tag of an inline element does not reach across."""
ITEM_SCOPES = SPECIAL - {"address", "div", "p"}
HEADINGS = tags("h1 h2 h3 h4 h5 h6")
ENDS_PARAGRAPH = tags(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt"
)
SECTIONS = ("tbody", "thead", "tfoot")
TABLE_PARTS: dict[str, tuple[str, ...]] = {
    "td": ("tr", *SECTIONS, "table"),
    "th": ("tr", *SECTIONS, "table"),
    "tr": (*SECTIONS, "table"),
    "tbody": ("table",),
    "thead": ("table",),
    "tfoot": ("table",),
    "caption": ("table",),
    "colgroup": ("table",),
}
"""A part of a table ends whatever is open inside the nearest of these."""
ITEMS: dict[str, tuple[str, ...]] = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
SIBLINGS = tags("option optgroup rt rp button a nobr")
"""Elements that end an open one of their own name."""
ONCE = tags("html head body")
IN_HEAD = tags("base basefont bgsound link meta title style script noscript template html head")
