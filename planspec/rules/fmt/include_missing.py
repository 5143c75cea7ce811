"""Include missing or unusable / 引入的文件缺失或不能用

何事：include 所指的行动文件不存在、读不出来、在方案文件夹之外、被引入两次，或者根本不是行动文件。
What: The action file that `include` names does not exist, cannot be read, lies outside the plan's folder,
is included twice, or is no action at all.

缘由：缺一个文件，就缺一项行动：它的目标和任务不会被检查，与总体方案的出入也看不出来。
Why: A missing file is a missing action: its goals and tasks are not checked, nor compared with the overall
plan.

改法：检查路径（相对于 plan.yaml 所在的文件夹）；行动文件放在同一文件夹或其下级文件夹，最上层写 action。
Mend: Check the path, which is relative to the folder of plan.yaml; keep action files beside or below it,
each with `action` at its top.

依据：格式：一份方案由 plan.yaml 和它引入的行动文件组成。
Authority: the format; a plan is plan.yaml and the action files that it includes.

Bad:

    actions:
      - include: ../other-plan/01-industry.yaml
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ include-missing

Good:

    actions:
      - action: 产业培塑行动
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT004", "include-missing", Severity.ERROR, Authority.FORMAT, __doc__)
