"""The style of the HTML page of a difference, beyond what all pages share."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
.open { color: #8a6d00; }
svg.bar { height: .95rem; border-radius: .25rem; overflow: hidden; }
.legend span { display: inline-block; margin: .2rem .9rem .2rem 0; white-space: nowrap; }
.legend b { font-size: 1.3rem; }
ol.first { padding-left: 2.1rem; margin: .4rem 0; } ol.first li { margin: .15rem 0; }
.charts { align-items: start; } h1.next { margin-top: 2.2rem; }
tbody th { min-width: 13rem; } thead th { white-space: nowrap; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.line { min-width: 7rem; vertical-align: middle; } td.line svg { width: var(--size); min-width: 3px; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; }
summary { cursor: pointer; padding: .5rem .8rem; background: var(--panel); border-radius: .5rem; }
summary span { white-space: nowrap; font-size: .87rem; margin-left: .6rem; }
details > div { padding: .2rem .8rem .6rem; }
details .wide { border: 0; }
.what { min-width: 12rem; } .kind { white-space: nowrap; font-weight: 600; }
.place { color: var(--soft); font-size: .78rem; white-space: nowrap; }
a.place { text-decoration: none; } a.place:hover { text-decoration: underline; }
h4 { margin: .8rem 0 .2rem; font-size: .92rem; }
details ul { padding-left: 1.2rem; columns: 22rem; column-gap: 2rem; } details li { break-inside: avoid; margin: .15rem 0; }
@media (max-width: 30rem) { summary b { display: block; }
  summary span { margin: 0 .6rem 0 0; } .what { min-width: 9rem; }
  .stack { border: 0; } .stack thead { display: none; }
  .stack tr { display: block; padding: .35rem 0; border-bottom: 1px solid var(--line); }
  .stack td { display: block; border: 0; padding: .05rem .2rem; } .stack td[data-head]::before {
    content: attr(data-head) " "; color: var(--soft); font-size: .78rem; }
  td.line { display: none; } th.line { display: none; } tbody th { min-width: 8rem; } }
@media print { details::details-content { content-visibility: visible; block-size: auto; } summary { break-after: avoid; }
  details { border: 0; } td.line, th.line { display: none; } tbody th { min-width: 9rem; } thead th { white-space: normal; }
  th, td { padding: .25rem .4rem; } }
"""
