"""Commands: one use a file. Each takes plain values and returns an `Answer`; none prints or exits."""
