"""Lint: which plans, which rules, which findings count; running over one plan or many."""
