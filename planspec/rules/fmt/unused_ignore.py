"""Ignore comment unused, unknown or without a reason / 忽略注释无用、写错或没有理由

何事：“# planspec: ignore[…]”注释没有写理由，写了不存在的规则，写法看不懂，或者所在之处并没有它要忽略的问
题。
What: A comment “# planspec: ignore[…]” gives no reason, names a rule that does not exist, cannot be
understood, or stands where there is no such finding.

缘由：没有理由的忽略以后无人能复核；已经无用的忽略会在下次真出问题时把它盖住。
Why: Nobody can review an ignore without a reason; one that is no longer needed hides the next real fault.

改法：在方括号后写明理由；规则代码写错的改正；问题已经消失的删去注释，planspec lint --fix 可以代劳。
Mend: Give the reason after the bracket, put the code right, or delete a comment whose finding is gone, which
`planspec lint --fix` does.

依据：格式：忽略注释须写明规则和理由。
Authority: the format; an ignore comment states the rule and the reason.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济  # planspec: ignore[RES001]
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
          - title: 现代农业  # planspec: ignore[RES991] 机构改革后再定
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
            lead: 县农业农村局

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - title: 循环经济  # planspec: ignore[RES001] 机构改革后再定牵头单位
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT007", "unused-ignore", Severity.WARNING, Authority.FORMAT, __doc__)
