"""Samenspraak: the year's work of a client council, on one computer."""

__version__ = "0.1.0"

SPELLING_COMMAND = "spelling-desk"
"""The headless command with which the app starts its own speller."""

PDF_COMMAND = "pdf-desk"
"""The headless command with which the app reads a PDF, apart from itself."""
