"""Screens to take the council along and to bring it back."""
