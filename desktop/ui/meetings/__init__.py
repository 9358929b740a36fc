"""Meetings: what the next meeting should decide."""
