"""Members: who is who."""
