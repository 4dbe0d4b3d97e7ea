"""Saved web pages: the tree of a page, its article among the furniture, its metadata and notes."""
