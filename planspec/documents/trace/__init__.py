"""Whether a transcription is faithful: a spec's units and figures against their places in the document, and back."""

from __future__ import annotations

from planspec.documents.trace.check import Finding, Loose, Side, Trace, trace
from planspec.documents.trace.exceptions import FILE_NAME, Exemption, read_exemptions

__all__ = ["FILE_NAME", "Exemption", "Finding", "Loose", "Side", "Trace", "read_exemptions", "trace"]
