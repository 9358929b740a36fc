"""Constituency: who was heard and who was not."""
