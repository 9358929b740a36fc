"""Advice: from the question to what came of it, one file per screen."""
