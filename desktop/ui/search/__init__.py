"""Search everything."""
