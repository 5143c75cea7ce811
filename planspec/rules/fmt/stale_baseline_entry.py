"""Baseline entry that fits nothing / 基线中有一条已经对不上

何事：方案旁的 baseline.yaml 列有一个问题，而方案里已经没有这个问题；或者写了不存在的规则，或者列了不能列入基线的错误。
What: The baseline.yaml beside a plan lists a finding that the plan no longer has, names a rule that does not exist,
or lists an error that no baseline can hold.

缘由：问题改正后不删去的条目，会在同样的问题再次出现时把它盖住。
Why: An entry that stays after its finding was mended hides the same fault when it comes back.

改法：删去这一条；planspec baseline --prune 一次删去全部对不上的条目。
Mend: Delete the entry; planspec baseline --prune deletes all that are stale.

依据：格式：基线只列方案里现有的问题。
Authority: the format; a baseline lists what a plan has.

Bad:

    # baseline.yaml
    - reason: 方案已印发，下一年度改正
      findings:
      - {rule: RES002, item: modern-agriculture, about: 现代农业}
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-baseline-entry
      - {rule: RES992, item: circular-economy, about: 循环经济}
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-baseline-entry

Good:

    # baseline.yaml
    - reason: 方案已印发，下一年度改正
      findings:
      - {rule: RES002, item: circular-economy, about: 循环经济}
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT009", "stale-baseline-entry", Severity.WARNING, Authority.FORMAT, __doc__)
