"""Pages: one small module each, from the catalogue to Markdown."""
