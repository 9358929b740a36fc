"""Advice, from the first question to what came of it: one module per step."""
