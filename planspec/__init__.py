"""planspec: lint and diff government action plans written as YAML specs."""

__version__ = "0.1.0"
