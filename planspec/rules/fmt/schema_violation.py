"""Against the schema / 不符合格式规定

何事：写了格式里没有的键，缺了必填的键，或者值的类型、取值不合规定。
What: A key that the format does not know, a required key that is missing, or a value of the wrong type or
range.

缘由：写错的键不会生效，里面的内容等于没有写；其他工具读到类型不对的值也会出错。
Why: A key with a slip has no effect, as if what it holds had never been written; a value of the wrong type
trips the tools that read it.

改法：按提示改键名、补键或改值；planspec schema 列出全部键及其含义，自定的键以 x- 开头。
Mend: Rename the key, add it or change the value as the message says; `planspec schema` lists every key and
its meaning, and keys of your own start with x-.

依据：格式：schema/plan.schema.json 与 schema/action.schema.json。
Authority: the format; schema/plan.schema.json and schema/action.schema.json.

Bad:

    goals:
      - heading: 产业培育加力提速
        target: {规模工业增加值: 增长7%左右}
    #   ^^^^^^ schema-violation
    status: 已印发
    #       ^^^ schema-violation

Good:

    status: issued
    goals:
      - heading: 产业培育加力提速
        targets: {民生支出占比: 保持70%以上}
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT002", "schema-violation", Severity.ERROR, Authority.FORMAT, __doc__)
