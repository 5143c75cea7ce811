"""What the shell offers where a rule or a kind of change is asked for."""

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


def complete_changes(incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete the last of several comma-separated classes or codes of changes."""
    from planspec.diff.catalogue import ALL
    from planspec.diff.kind import CLASSES

    before, comma, last = incomplete.rpartition(",")
    for word, title in (*CLASSES.items(), *((kind.code, kind.title) for kind in ALL)):
        if word.startswith(last):
            yield f"{before}{comma}{word}", title.zh
