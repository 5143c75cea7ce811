"""The shell of a self-contained HTML page: no network, readable on a phone, printable on A4."""

from __future__ import annotations

from html import escape as _escape
from typing import TYPE_CHECKING, Final

from planspec.report.cells import visible

if TYPE_CHECKING:
    from planspec.report import Language

STYLE: Final = """\
:root { --ink: #1f2933; --soft: #5b6975; --line: #d9dfe5; --ground: #ffffff; --panel: #f6f8fa;
  --good: #1a7f4b; --bad: #c0352b; --calm: #3b6ea5; --warn: #9a6700; --plain: #8a97a3; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.2rem; max-width: 78rem; color: var(--ink); background: var(--ground);
  font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
h1 { font-size: 1.5rem; margin: .2rem 0 .4rem; line-height: 1.3; }
h1 span { white-space: nowrap; }
h2 { font-size: 1.15rem; margin: 2rem 0 .7rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
h3 { font-size: .98rem; margin: 0 0 .4rem; }
p, ul { margin: .4rem 0; }
.soft { color: var(--soft); font-size: .87rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .calm { color: var(--calm); } .warn { color: var(--warn); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .8rem; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: .7rem .9rem; background: var(--panel);
  break-inside: avoid; min-width: 0; }
.card b.big { font-size: 1.35rem; margin-right: .2rem; }
.card .figures span { display: inline-block; margin-right: .9rem; white-space: nowrap; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)); gap: .9rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font-family: inherit; fill: var(--ink); }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--panel); position: sticky; top: 0; }
tbody th { font-weight: 500; min-width: 8rem; }
tbody tr:last-child > * { border-bottom: 0; }
td small { display: block; color: var(--soft); line-height: 1.35; }
td small.good { color: var(--good); } td small.bad { color: var(--bad); } td small.calm { color: var(--calm); }
.tag { display: inline-block; padding: 0 .35rem; border-radius: .3rem; font-size: .78rem; background: #e8edf2;
  color: var(--soft); }
@media (max-width: 30rem) { body { padding: .7rem; font-size: 14px; } th, td { padding: .3rem .4rem; } }
@media print { @page { size: A4; margin: 14mm; } body { max-width: none; padding: 0; font-size: 10.5pt; }
  .wide { overflow: visible; border: 0; } thead { display: table-header-group; } thead th { position: static; }
  tr, .card { break-inside: avoid; } h2 { break-after: avoid; } * { print-color-adjust: exact; } }
"""


def text(value: object) -> str:
    """Return text for HTML: nothing in it is markup."""
    return _escape(visible(str(value)), quote=True)


def page(title: str, body: str, language: Language, style: str = "") -> str:
    """Return a whole page."""
    lang = "zh-CN" if language == "zh" else "en"
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Return a table that scrolls on its own where it is too wide; cells are HTML already."""
    head = "".join(f"<th scope=col>{cell}</th>" for cell in heads)
    body = "".join(
        f"<tr><th scope=row>{row[0]}</th>{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>\n"
        for row in rows
    )
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table></div>'
