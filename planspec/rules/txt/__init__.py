"""Rules on wording."""
