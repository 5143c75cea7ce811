"""One unit leads more than its share / 一个单位牵头任务过多

何事：一个单位牵头的任务在全方案中所占的比例超过限度（默认三成）。任务太少的方案、不分行动的专项方案不作判断。
What: The share of the plan's tasks that one unit leads is above a limit (three tenths by default). A plan
of few tasks is not judged, nor one for a single field, which has no actions.

缘由：牵头过于集中，单位忙不过来，其他单位又成了旁观者；多半是图省事把任务都压给了综合部门。
Why: One unit cannot drive a third of a plan, and the others become onlookers; often it was just the easiest
to name.

改法：把专业性强的任务改由主管部门牵头；确需集中的，用 max_share 放宽。
Mend: Let the department in charge of the subject lead; where it is meant so, raise `max_share`.

依据：工作惯例：牵头任务与部门职责、力量相称。
Authority: practice; what a unit leads is in proportion to its duties and staff.

Bad:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局}
    #                           ^^^^ unit-overburdened
          - {title: 装备制造, lead: 县科工局}
          - {title: 电子信息, lead: 县科工局}
          - {title: 绿色矿业, lead: 县科工局}
          - {title: 机械制造, lead: 县科工局}
          - {title: 创新平台, lead: 县科工局}
          - {title: 技术攻关, lead: 县科工局}
          - {title: 农业生产, lead: 县农业农村局}
          - {title: 高标准农田, lead: 县农业农村局}
          - {title: 文旅康养, lead: 县文旅局}
          - {title: 商贸流通, lead: 县商务局}
          - {title: 外贸出口, lead: 县商务局}
          - {title: 招商引资, lead: 县商务局}
          - {title: 项目建设, lead: 县发改局}
          - {title: 能源保障, lead: 县发改局}
          - {title: 用地保障, lead: 县自然资源局}
          - {title: 人才引育, lead: 县委组织部}
          - {title: 稳岗就业, lead: 县人社局}
          - {title: 财政支持, lead: 县财政局}
          - {title: 道路建设, lead: 县交通运输局}

Good:

    actions:
      - action: 产业培塑行动
        tasks:
          - {title: 循环经济, lead: 县科工局}
          - {title: 装备制造, lead: 县科工局}
          - {title: 农业生产, lead: 县农业农村局}
"""

from __future__ import annotations

from collections.abc import Iterator

from planspec.model import Plan, UnitRef
from planspec.rules.res._shared import Homes, leads
from planspec.rules.rule import Authority, Finding, Option, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at

TOO_MANY = Template(
    zh="“{name}”牵头{count}项任务，占全部{total}项任务的{share}%，超过{limit}%，任务过于集中；"
    "请考虑将一部分改由相关主管部门牵头",
    en="“{name}” leads {count} of the plan's {total} tasks ({share}%), more than {limit}%; see whether the "
    "departments in charge can lead some of them",
)


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Count the tasks without sub-items that have a lead; a joint lead counts for each."""
    if not plan.actions:
        return
    counts: dict[str, int] = {}
    firsts: dict[str, UnitRef] = {}
    total = 0
    for task in plan.tasks:
        if task.tasks:
            continue
        refs = leads(task.effective)
        if not refs:
            continue
        total += 1
        for key, ref in {ref.key: ref for ref in reversed(refs)}.items():
            counts[key] = counts.get(key, 0) + 1
            firsts.setdefault(key, ref)
    limit, fewest = options["max_share"], options["min_tasks"]
    if not isinstance(limit, float) or not isinstance(fewest, int) or total < fewest:
        return
    homes = Homes(plan)
    for key, count in counts.items():
        if count > limit * total:
            ref = firsts[key]
            message = TOO_MANY(
                name=ref.name,
                count=count,
                total=total,
                share=round(count * 100 / total),
                limit=round(limit * 100),
            )
            yield Finding(at(ref.node), message, plan, key, within=homes.of(ref))


rule = Rule(
    "RES016",
    "unit-overburdened",
    Severity.INFO,
    Authority.PRACTICE,
    __doc__,
    check,
    confidence=Confidence.MEDIUM,
    options=(
        Option(
            "max_share",
            0.3,
            Message(
                zh="一个单位最多可牵头的任务比例", en="the largest share of the tasks that one unit may lead"
            ),
        ),
        Option(
            "min_tasks",
            20,
            Message(
                zh="有牵头单位的任务少于这个数的方案不作判断",
                en="plans with fewer tasks that have a lead are not judged",
            ),
        ),
    ),
)
