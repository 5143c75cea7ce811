"""Posts: 常务副县长, 市政府副秘书长, 县发改局主要负责人, with or without the name of who holds it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_POST: Final = (
    r"(?P<body>.*?)(?P<title>(?:各位?|第一|常务|分管[一-龥]{0,8}的|分管|协管|联系|专职|党组|党委|党工委)*副?"
    r"(?:省长|市长|州长|盟长|县长|区长|旗长|专员|镇长|乡长|局长|厅长|主任|部长|主席|书记|秘书长|院长|检察长|行长"
    r"|关长|会长|理事长|社长|台长|校长|总队长|支队长|大队长|中队长|政委|司令员|董事长|总经理|经理|主要负责人"
    r"|分管负责人|相关负责人|负责人|主要领导|分管领导|主要负责同志|分管负责同志|负责同志))"
)
_POST_ENDS: Final = "长员任席记委理人导志"
# Standing, not office: what one is besides one's post.
_STANDING: Final = r"(?:[省市州县区旗盟]委)?(?:常委|副书记|书记|委员)|党组成员|党委委员"
# The commonest surnames (Ministry of Public Security, annual report on names).
_SURNAMES: Final = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文"
    "牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛"
    "冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑党宫费卜冷晏席卫"
)
_HELD: Final = rf"(?P<post>.*[{_POST_ENDS}])[{_SURNAMES}][一-龥]{{1,2}}"


class Post(NamedTuple):
    """A post and the words before it that name its body (may be empty)."""

    body: str
    title: str


def post(name: str) -> Post | None:
    """The post that a tidied name means, or None. Who holds it and what else one is (县委常委、) are left out."""
    if name[-1:] in _POST_ENDS and (found := _read(name)):
        return found
    held = re.fullmatch(_HELD, name)
    return _read(held["post"]) if held else None


def _read(name: str) -> Post | None:
    offices = [part for part in name.split("、") if not re.fullmatch(_STANDING, part)]
    found = [re.fullmatch(_POST, office) for office in offices]
    first = found[0] if found else None
    if first is None or not all(found):
        return None
    return Post(first["body"].rstrip("的"), "、".join((first["title"], *offices[1:])))
