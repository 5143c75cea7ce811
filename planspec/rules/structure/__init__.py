"""STR: how the plan is built: numbering, annexes, counts, empty parts."""
