"""Data: what the site shows, published for other tools; one small module a format."""
