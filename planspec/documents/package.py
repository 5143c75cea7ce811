"""A Word file as a package of XML parts, opened with suspicion: nothing is unpacked before its size is known."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from planspec.documents.limits import MAX_ENTRIES, MAX_PART, TOO_LARGE_HINT
from planspec.source.errors import PlanspecError
from planspec.source.message import Message, Template

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BROKEN = Template(
    zh="{path}：不是完好的 .docx 文件（压缩包打不开或不完整）",
    en="{path}: not a sound .docx file (the archive cannot be opened or is cut short)",
)
BROKEN_HINT = Message(
    zh="请用 Word 或 WPS 打开，确认无误后另存为 .docx", en="Open it in Word or WPS and save it again as .docx"
)
NOT_WORD = Template(
    zh="{path}：压缩包里没有 Word 文档（{found}）", en="{path}: the archive holds no Word document ({found})"
)
NOT_WORD_HINT = Message(zh="请把方案另存为 .docx 再导入", en="Save the plan as .docx and import that")
BOMB = Template(
    zh="{path}：其中的 {part} 展开后有{size:.0f}MB，超过上限{limit}MB，没有读取",
    en="{path}: {part} in it unpacks to {size:.0f} MB, more than the limit of {limit} MB; it was not read",
)
CROWDED = Template(
    zh="{path}：压缩包里有{count}个文件，超过上限{limit}个，没有读取",
    en="{path}: the archive has {count} files, more than the limit of {limit}; it was not read",
)
LOCKED = Template(
    zh="{path}：文件有密码保护，无法读取", en="{path}: the file is protected by a password and cannot be read"
)
LOCKED_HINT = Message(
    zh="请用 Word 或 WPS 打开，去掉密码后另存", en="Open it in Word or WPS and save it without the password"
)
ENTITIES = Template(
    zh="{path}：{part} 里有实体声明（DOCTYPE），正常的 Word 文件没有；为安全起见没有读取",
    en="{path}: {part} declares entities (DOCTYPE), which no proper Word file does; it was not read",
)
BAD_XML = Template(
    zh="{path}：{part} 不是正确的 XML（{reason}）", en="{path}: {part} is not well-formed XML ({reason})"
)

_MAIN: Final = "word/document.xml"
_KINDS: Final = (
    ("xl/workbook.xml", Message("这是 Excel 表格", "it is an Excel workbook")),
    ("ppt/presentation.xml", Message("这是 PowerPoint 演示文稿", "it is a PowerPoint presentation")),
    ("OFD.xml", Message("这是 OFD 版式文件", "it is an OFD file")),
    ("content.xml", Message("这是 OpenDocument 文件", "it is an OpenDocument file")),
)
_OTHER: Final = Message("普通压缩包", "an ordinary archive")


class Package:
    """The parts of a Word file by their roles: document, styles, numbering, footnotes …"""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive; raises PlanspecError where it is none, or holds no Word document."""
        self.name = name
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.entries = {info.filename.lstrip("/"): info for info in self.archive.infolist()}
        except (
            zipfile.BadZipFile,
            ValueError,
            OverflowError,
            NotImplementedError,
            UnicodeDecodeError,
        ) as error:
            raise PlanspecError(BROKEN(path=name), BROKEN_HINT) from error
        if len(self.entries) > MAX_ENTRIES:
            raise PlanspecError(
                CROWDED(path=name, count=len(self.entries), limit=MAX_ENTRIES), TOO_LARGE_HINT
            )
        self.main = self._main()
        self.roles = self._roles()

    def part(self, role: str) -> Element | None:
        """Return the root of the part with a role (styles, numbering), None where the file has none."""
        path = self.roles.get(role)
        return self.read(path) if path is not None else None

    def document(self) -> Element:
        """Return the root of the document itself."""
        root = self.read(self.main)
        if root is None:
            raise PlanspecError(BROKEN(path=self.name), BROKEN_HINT)
        return root

    def read(self, path: str) -> Element | None:
        """Return the root of the part at a path, None where it is not there."""
        from lxml import etree

        info = self.entries.get(path)
        if info is None:
            return None
        data = self._unpack(info)
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            data = data.decode("utf-16", "replace").partition("?>")[2].encode()
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise PlanspecError(ENTITIES(path=self.name, part=path), BROKEN_HINT)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error).split(",")[0][:80]
            raise PlanspecError(BAD_XML(path=self.name, part=path, reason=reason), BROKEN_HINT) from error

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise PlanspecError(LOCKED(path=self.name), LOCKED_HINT)
        if info.file_size > MAX_PART:
            raise self._bomb(info, info.file_size)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PlanspecError(BROKEN(path=self.name), BROKEN_HINT)
        try:
            with self.archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
            raise PlanspecError(BROKEN(path=self.name), BROKEN_HINT) from error
        if len(data) > MAX_PART:
            raise self._bomb(info, len(data))
        return data

    def _bomb(self, info: zipfile.ZipInfo, size: int) -> PlanspecError:
        megabyte = 1024 * 1024
        return PlanspecError(
            BOMB(path=self.name, part=info.filename, size=size / megabyte, limit=MAX_PART // megabyte),
            TOO_LARGE_HINT,
        )

    def _main(self) -> str:
        """Return the path of the document: as the package's relations say, else where it usually is."""
        if "_rels/.rels" in self.entries:
            for role, target in self._relations("_rels/.rels", ""):
                if (
                    role == "officeDocument"
                    and target in self.entries
                    and not target.startswith(("xl/", "ppt/"))
                ):
                    return target
        if _MAIN in self.entries:
            return _MAIN
        found = next((what for path, what in _KINDS if path in self.entries), _OTHER)
        raise PlanspecError(NOT_WORD(path=self.name, found=found), NOT_WORD_HINT)

    def _roles(self) -> dict[str, str]:
        folder, _, file = self.main.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        roles = {
            role: target for role, target in self._relations(relations, folder) if target in self.entries
        }
        for role in ("styles", "numbering", "footnotes", "endnotes", "comments"):
            path = f"{folder}/{role}.xml"
            if path in self.entries:
                roles.setdefault(role, path)
        if "docProps/core.xml" in self.entries:
            roles["core"] = "docProps/core.xml"
        return roles

    def _relations(self, path: str, folder: str) -> list[tuple[str, str]]:
        root = self.read(path)
        found: list[tuple[str, str]] = []
        for relation in root if root is not None else ():
            role = (relation.get("Type") or "").rpartition("/")[2]
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External":
                continue
            found.append((role, _resolved(target, folder)))
        return found


def _resolved(target: str, folder: str) -> str:
    """Return a target's path within the package: relative to the folder, or from its root."""
    steps = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
