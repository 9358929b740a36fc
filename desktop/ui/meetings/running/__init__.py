"""The screen during a meeting, one file per thing you see."""
