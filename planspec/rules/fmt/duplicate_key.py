"""Key written twice / 同一个键写了两次

何事：同一层里同一个键出现两次，例如一项任务有两个 lead，或者一组目标里同一个指标写了两遍。
What: One mapping has the same key twice, such as two `lead` in a task or one indicator twice among its
targets.

缘由：只有一个值会生效；planspec 取第一个，许多工具取最后一个，写的人和读的人看到的就不是同一份方案。
Why: Only one value counts. planspec takes the first, many tools the last, so writer and reader see
different plans.

改法：删去多余的一个；一个指标有两种口径的，写成列表，如 `亩均税收: [增长10%以上, 达到5万元]`。
Mend: Delete one of them; where one indicator has two measures, write a list: `亩均税收: [增长10%以上, 达到5
万元]`.

依据：格式：YAML 规定一个映射里键不得重复。
Authority: the format; YAML demands that the keys of a mapping are unique.

Bad:

    goals:
      - targets:
          民生支出占比: 保持70%以上
          民生支出占比: 保持75%以上
    #     ^^^^^^ duplicate-key

Good:

    goals:
      - targets:
          民生支出占比: 保持70%以上
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT003", "duplicate-key", Severity.ERROR, Authority.FORMAT, __doc__)
