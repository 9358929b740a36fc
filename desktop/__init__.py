"""Samenspraak: the year's work of a client council, on one computer."""

__version__ = "0.1.0"
