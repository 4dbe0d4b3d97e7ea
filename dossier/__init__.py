"""Dossier: a folder of raw captures becomes a research microsite whose every claim points at its passage."""
