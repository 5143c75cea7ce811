"""YAML error / YAML 语法错误

何事：文件的某一行不符合 YAML 的写法，读不出来：引号、括号没有配对，冒号写成全角，缩进没有对齐，编码不是
UTF-8，等等。
What: A line of the file is not YAML and cannot be read: an open quote or bracket, a full-width colon,
indentation that does not line up, another encoding than UTF-8, and so on.

缘由：读不出来的内容无法检查，也不会进入生成的文件；各种工具对坏文件的读法还可能互不相同。
Why: What cannot be read can neither be checked nor rendered, and each tool may make something else of a
broken file.

改法：按提示改正所指的那一行；其余各行已照常检查，一次运行即可看到全部问题。
Mend: Put right the line pointed at as the message says; all other lines have been checked, so one run shows
every fault.

依据：格式：方案是 UTF-8 编码的 YAML 文件。
Authority: the format; a plan is a YAML file in UTF-8.

Bad:

    document： 新政办发〔2024〕2号
    #       ^ yaml-error
    basis:
      - title: "某市总体方案
    #          ^ yaml-error

Good:

    document: 新政办发〔2024〕2号
    basis:
      - title: 某市实施“八大行动”总体方案
        document: 邵市政办发〔2024〕1号
"""

from __future__ import annotations

from planspec.rules.rule import Authority, Rule
from planspec.source.diagnostic import Severity

rule = Rule("FMT001", "yaml-error", Severity.ERROR, Authority.FORMAT, __doc__)
