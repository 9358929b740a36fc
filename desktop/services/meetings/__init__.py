"""Meetings: plan them, build the agenda, run them, write the minutes, follow what was agreed."""
