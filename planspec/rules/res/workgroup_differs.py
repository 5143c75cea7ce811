"""Work group differs from the overall plan / 专班与总体方案的规定不一致

何事：总体方案为某一行动的专班规定了召集人、副召集人或办公室，该行动的实施方案写的却不一样。只比较两处都写明
的内容。
What: The overall plan lays down the convenor, the deputies or the office of an action's work group, and the
action plan says otherwise. Only what both state is compared.

缘由：两处都印发，谁主持、报给谁就有了两个答案。
Why: Both are issued, so there are two answers to who presides and to whom one reports.

改法：以会议确定的为准，改正其中一处；分管领导有调整的，两处同时改。
Mend: Correct the one that is not what was decided; after a change of duties correct both.

依据：文件自身逻辑：实施方案服从总体方案。
Authority: logic; an action plan follows the overall plan.

Bad:

    actions:
      - action: 产业培塑行动
        workgroup: {convenor: 常务副县长, office: 县发改局}
    #                                        ^^^^ workgroup-differs
    organisation:
      workgroups:
        - {action: 产业培塑行动, convenor: 常务副县长, office: 县科工局}

Good:

    actions:
      - action: 产业培塑行动
        workgroup: {convenor: 常务副县长, office: 县科工局}
    organisation:
      workgroups:
        - {action: 产业培塑行动, convenor: 常务副县长, office: 县科工局}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from planspec.model import Plan
from planspec.model.elements import Post
from planspec.rules.rule import Authority, Finding, Options, Rule
from planspec.source.diagnostic import Confidence, Severity
from planspec.source.message import Message, Template
from planspec.source.place import at, at_key

DIFFERS = Template(
    zh="“{title}”工作专班的{post}，这里写的是“{here}”，总体方案规定的是“{there}”；请核对，使两处一致",
    en="The work group of “{title}” has “{here}” as its {post_en}, the overall plan lays down “{there}”; "
    "check, and say the same at both places",
)
LAID_DOWN = Message(zh="总体方案的规定", en="what the overall plan lays down")

_POSTS: Final = {
    "convenor": ("召集人", "convenor"),
    "head": ("组长", "head"),
    "deputies": ("副召集人", "deputies"),
}
# 分管副县长 may well be the 常务副县长: a post described by its duty is no other post.
_BY_DUTY: Final = re.compile("分管|协管|联系|相关|有关|主管|牵头部门|牵头单位|责任单位|各")
_PLACE: Final = re.compile("^(?:中共)?(?:省|市|州|县|区)?(?:人民政府|政府)?")
_NOISE: Final = re.compile(r"[\s、，,（）()]|主要负责人|主要负责同志|负责人|同志|人民政府|政府")


def check(plan: Plan, options: Options) -> Iterator[Finding]:
    """Compare key by key; a post in words is compared leniently."""
    for action in plan.actions:
        group, laid_down = action.workgroup, action.overall_workgroup
        if group is None or laid_down is None:
            continue
        for key, (post, post_en) in _POSTS.items():
            here, there = getattr(group, key), getattr(laid_down, key)
            if here and there and _differ(here, there):
                message = DIFFERS(
                    title=action.title, post=post, post_en=post_en, here=_names(here), there=_names(there)
                )
                related = ((at_key(laid_down.node, key), LAID_DOWN),)
                sure = all(one.unit is not None for one in (*here, *there))
                place = at(here[0].node) if len(here) == 1 else at_key(group.node, key)
                confidence = Confidence.HIGH if sure else Confidence.MEDIUM
                yield Finding(place, message, group, key, related, confidence)
        office, other = group.office, laid_down.office
        if office is None or other is None or office.key == other.key:
            continue
        if office.unit is not None and other.unit is not None:
            message = DIFFERS(
                title=action.title, post="办公室", post_en="office", here=office.name, there=other.name
            )
            yield Finding(at(office.node), message, group, "office", ((at(other.node), LAID_DOWN),))


def _names(posts: tuple[Post, ...]) -> str:
    return "、".join(post.name for post in posts)


def _differ(here: tuple[Post, ...], there: tuple[Post, ...]) -> bool:
    """Say whether some post of one list has no match in the other; undecided counts as a match."""
    if any(_BY_DUTY.search(post.name) for post in (*here, *there)):
        return False
    return not (_covered(here, there) and _covered(there, here))


def _covered(posts: tuple[Post, ...], others: tuple[Post, ...]) -> bool:
    return all(any(_same(post, other) for other in others) for post in posts)


def _same(post: Post, other: Post) -> bool:
    one, two = _bare(post.name), _bare(other.name)
    if one in two or two in one:
        return True
    return post.unit is not None and other.unit is not None and post.unit.key == other.unit.key


def _bare(name: str) -> str:
    """Return a post without what one writer puts in and another leaves out."""
    return _PLACE.sub("", _NOISE.sub("", name))


rule = Rule("RES018", "workgroup-differs", Severity.WARNING, Authority.LOGIC, __doc__, check)
