"""Plans beside and above one another: what crosses plans are small facts, never whole plans."""
