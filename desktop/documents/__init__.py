"""A document as data, the two writers (Word, PDF) and the readers of incoming papers."""
