"""Report: what a build tells the maintainer, in a terminal, as Markdown or as data. Nothing here changes a page."""
