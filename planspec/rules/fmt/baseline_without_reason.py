"""Known finding without a reason / 已知问题没有理由

何事：方案旁的 baseline.yaml 列有已知问题，却没有写明为什么暂不改正。
What: The baseline.yaml beside a plan lists known findings and does not say why they stay.

缘由：没有理由，以后无人能判断这个问题是确实不能改，还是只是没有人管。
Why: Without a reason nobody can tell later whether a fault cannot be mended or was merely passed over.

改法：在 reason 后写明理由，如“方案已印发，不能再改”；同一理由的问题列在一起。能改的问题不列入基线，直接改正。
Mend: State the reason after “reason”; findings that share a reason stand together. What can be mended does not belong
into the baseline.

依据：格式：列入基线的问题须写明理由。
Authority: the format; what a baseline lists has a reason.

Bad:

    # baseline.yaml
    - reason:
    # ^^^^^^ baseline-without-reason
      findings:
      - {rule: RES002, item: circular-economy, about: 循环经济}

Good:

    # baseline.yaml
    - reason: 方案已印发，下一年度改正
      findings:
      - {rule: RES002, item: circular-economy, about: 循环经济}
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT010", "baseline-without-reason", Severity.WARNING, Authority.FORMAT, __doc__)
