"""What a web page puts around a document: dropped, but listed with the reason.

Some lines are furniture wherever they stand (当前位置：…, 分享到, ICP备); others only before the text begins (来源：…)
or after it has ended (主办单位：…), because a plan may well have such words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from planspec.documents.blocks import Block, Paragraph, Spot
from planspec.documents.numbering import number_of

Furniture: TypeAlias = "tuple[Spot, str, str]"

_DATE: Final = r"(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?"
_SHARED: Final = r"(?:微信|微博|新浪微博|QQ空间|QQ|朋友圈|支付宝|豆瓣|腾讯微博|人人网)"
_ANYWHERE: Final = (
    ("navigation", r"(?:您|你)?(?:所在|现在|当前)?的?位置\s*[:：].*|当前位置.*"),
    ("navigation", r"(?:网站)?首页\s*(?:[>＞»›/|\-]|&gt;).*"),
    ("navigation", r"[【\[]?(?:上|下)一[篇条页]\s*[:：]?.*|返回(?:顶部|首页|列表|上一页)|回到顶部|网站首页|首页"),
    ("related", r"(?:相关|更多|推荐)(?:阅读|链接|稿件|文章|解读|附件|信息|新闻|内容|政策|文件)(?:\s*[:：].*)?"),
    ("scan", r".{0,6}(?:扫一扫|扫码|微信扫描?).{0,30}"),
    ("share", rf"[【\[(（]?分享(?:\s*(?:到|至|本文|本页|文章|给好友|[:：]).{{0,30}})?[】\])）]?|(?:{_SHARED}[\s、|]*)+"),
    ("print", r"[【\[(（]?\s*(?:我要)?(?:打印|关闭|收藏|纠错|复制链接)(?:本页|此页|窗口|页面|本文|本稿)?\s*[】\])）]?"
              r"(?:[\s|｜/]*[【\[(（]?\s*(?:打印|关闭|收藏|纠错|返回|下载)(?:本页|此页|窗口|页面|本文|顶部)?\s*[】\])）]?)*"),
    ("print", r"[【\[(（]?\s*字(?:体|号)(?:大小)?\s*[:：]?\s*[【\[]?\s*(?:特大|大|中|小|默认|A)(?:[\s|\]\[】【]*(?:特大|大|中|小|默认|A[+-]?))*.{0,16}"),
    ("counter", r".{0,12}(?:浏览|阅读|点击|访问)(?:次数|人次|量|数|率)?\s*[:：]\s*\d*\s*(?:次|人次)?.{0,8}|您是第\s*\d*\s*位.*"),
    ("site", r".*(?:ICP备|公网安备|公安机关备案|网站标识码|版权所有|Copyright|©).*"),
    ("site", r"(?:设为首页|加入收藏|无障碍(?:阅读|浏览)?|长者(?:模式|版|助手)?|适老(?:化|版).{0,4}|关怀版|繁體(?:中文)?|简体中文|English|网站地图|网站支持\s*IPv6"
             r"|网站声明|联系我们|关于我们|站内搜索|登录|注册|手机版|客户端|移动版|RSS订阅)(?:[\s|｜·]+[^\s|｜·]{1,8})*"),
    ("script", r"(?:javascript:|var\s+\w+\s*=|function\s*\w*\().*|document\.write.*"),
)  # fmt: skip
_BEFORE: Final = (
    (
        "byline",
        r"(?:(?:文章|信息|稿件|新闻|内容)?来源|稿源|作者|供稿|撰稿|(?:责任)?编辑|审核|校对|发布人|录入)\s*(?:单位|人|机构)?\s*[:：].*",
    ),
    (
        "date",
        rf"(?:(?:发布|更新|发表|生成|公布|上传|录入|信息)\s*(?:时间|日期)|时间|日期)\s*[:：].*|(?:发布于)?\s*{_DATE}\s+\d{{1,2}}:\d{{2}}.*",
    ),
    (
        "metadata",
        r"(?:索\s*引\s*号|信息索取号|统一登记号|统一编号|主题(?:分类|词)|关\s*键\s*词|公开(?:方式|范围|时限|责任部门|属性|目录|类别|形式)|"
        r"(?:信息|文件)?(?:有\s*效\s*性|时效性?|效力状态|有效期|状态)|服务对象|体\s*裁|组配分类|所属分类|信息类别|分\s*类|栏目|载体类型|"
        r"实施日期|施行日期|失效日期|废止日期|名\s*称|标\s*题|内容概述|信息名称)\s*[:：].*",
    ),
)
_AFTER: Final = (
    ("byline", r"[【\[(（]?\s*(?:(?:文章|信息|稿件)?来源|稿源|作者|(?:责任)?编辑|责编|[初复终一二三]?审(?:核|校)?|校对|签发|发布人|供稿|录入)"
               r"\s*(?:人|单位)?\s*[:：].*"),
    ("site", r"(?:主办|承办|技术支持|运行维护|维护|建设|协办|开发)\s*(?:单位|支持)?\s*[:：].*|技术支持.*|(?:单位)?(?:地\s*址|邮\s*编|联系电话|电\s*话|传\s*真|邮\s*箱|值班电话)\s*[:：].*"
             r"|[\d\s()（）-]{7,20}|.{0,20}(?:网站|门户).{0,10}(?:电话|邮箱|地址).*"),
    ("related", r"(?:政策|文件|图文|一图|视频)(?:图解|解读|读懂|文件|原文)(?:\s*[:：].*)?|图解\s*[:：].*|解读\s*[:：].*|[【\[]?(?:附件|文件|原文|正文|全文)下载.*|下载(?:附件|文件|WORD|PDF|全文).*"
                r"|.*\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)\s*[)\]]*"),
    ("date", rf"(?:发布|更新)\s*(?:时间|日期)\s*[:：].*|{_DATE}\s+\d{{1,2}}:\d{{2}}.*"),
)  # fmt: skip


def _one(patterns: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Return the patterns as one, each a group named by its ordinal and reason."""
    return re.compile("|".join(f"(?P<{reason}_{i}>{text})" for i, (reason, text) in enumerate(patterns)))


_EVERYWHERE: Final = _one(_ANYWHERE)
_HEAD: Final = _one(_BEFORE)
_TAIL: Final = _one(_AFTER)
_BULLET: Final = re.compile(r"^[\s•·▪●◆■□►▶*\-|｜]+|[\s|｜]+$")
_LINK: Final = re.compile(r"\]\([^()\s]*\s*\)")
"""Where a link of Markdown leads, behind its words."""
_ANNEX: Final = re.compile(r"附\s*件")
_LONGEST: Final = 120
"""A longer line is no furniture."""
_BODY: Final = 60
"""A line of so many characters with a full stop is running text."""
_HEAD_LINES: Final = 80


def sift(blocks: Sequence[Block]) -> tuple[list[Block], list[Furniture]]:
    """Part a page's text from its furniture; both keep the order of the page."""
    first = next((index for index, block in enumerate(blocks[:_HEAD_LINES]) if _is_body(block)), 0)
    reasons: dict[int, str] = {}
    for index, block in enumerate(blocks):
        reason = _reason(block, _EVERYWHERE) or (_reason(block, _HEAD) if index < first else "")
        if reason:
            reasons[index] = reason
    _mark_foot(blocks, reasons)
    kept = [block for index, block in enumerate(blocks) if index not in reasons]
    dropped = [
        (block.spot, block.text.strip(), reasons[index])
        for index, block in enumerate(blocks)
        if index in reasons and isinstance(block, Paragraph)
    ]
    return kept, dropped


def _mark_foot(blocks: Sequence[Block], reasons: dict[int, str]) -> None:
    """Give a reason to what stands below the text: from the first line of furniture after it to the end."""
    end = len(blocks)
    while end and not _is_text(blocks[end - 1], end - 1 in reasons):
        end -= 1
    foot = ""
    for index in range(end, len(blocks)):
        reason = reasons.get(index) or _reason(blocks[index], _TAIL)
        foot = reason or foot
        if foot and isinstance(blocks[index], Paragraph):
            reasons[index] = reason or f"below {foot}"


def _is_text(block: Block, furniture: bool) -> bool:
    """Say whether a block near the end is still the document's own, not what stands below it."""
    if not isinstance(block, Paragraph):
        return True
    text = block.shown.strip()
    if furniture or _reason(block, _TAIL):
        return False
    return (
        len(text) > _BODY
        or text.endswith(("。", "；", "|", "印发", "日"))
        or number_of(text) is not None
        or _ANNEX.match(text) is not None
    )


def _is_body(block: Block) -> bool:
    """Say whether the text has begun: a table, a long sentence, a number, a salutation."""
    if not isinstance(block, Paragraph):
        return True
    text = block.shown.strip()
    if _EVERYWHERE.fullmatch(text) or _HEAD.fullmatch(text):
        return False
    if len(text) > _BODY and "。" in text:
        return True
    return number_of(text) is not None or (len(text) > 8 and text.endswith((":", "：")))


def _reason(block: Block, pattern: re.Pattern[str]) -> str:
    if not isinstance(block, Paragraph) or block.label:
        return ""
    text = _LINK.sub("]", block.text) if "](" in block.text else block.text
    if len(text) > _LONGEST:
        return ""
    text = _BULLET.sub("", text)
    match = pattern.fullmatch(text)
    if match is None or match.lastgroup is None:
        return ""
    return match.lastgroup.partition("_")[0]
