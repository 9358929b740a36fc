"""The members of the council: seats, people, terms, learning, recruiting, means."""
