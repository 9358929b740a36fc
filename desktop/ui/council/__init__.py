"""Our council: its data, agreed terms, addressees and settings."""
