"""Alignment: a plan beside those of its superiors and subordinates."""
