"""What the shell offers where a rule is asked for."""

from collections.abc import Iterator


def complete_rules(incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the last of several comma-separated codes or names."""
    from planspec.rules import ALL

    before, comma, last = incomplete.rpartition(",")
    for rule in ALL:
        for word in (rule.code, rule.name):
            if word.startswith(last):
                yield f"{before}{comma}{word}", rule.page.title.zh


def complete_families(incomplete: str) -> Iterator[str]:
    """Complete a family of rules."""
    from planspec.rules import ALL

    yield from dict.fromkeys(rule.family for rule in ALL if rule.family.startswith(incomplete))
