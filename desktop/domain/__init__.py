"""The rules of a council's work: dates, numbers and words. No database, no screens."""
