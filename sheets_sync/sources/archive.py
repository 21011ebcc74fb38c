"""A zip file made from another: the entries that stay are copied as they are, still compressed."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from sheets_sync.sources.package import BadPackage, Package, part_key

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_UTF_8 = 0x800
# Of a sheet, a hundredth more than by the usual level, in little more than half of its time.
_LEVEL = 5
# Sizes follow the data, or stand in a zip64 field: neither is so in what we write.
_SIZES_FOLLOW = 0x8
_ZIP64 = 1


def rewritten(package: Package, changed: Mapping[str, bytes | None]) -> bytes:
    """The package with some parts changed, added or (None) left out; order, names, times and all other data
    stay."""
    out, directory = io.BytesIO(), []
    left = {part_key(name): (name, data) for name, data in changed.items()}
    for info in package.archive.infolist():
        name, new = left.pop(part_key(info.filename), ("", None))
        if name and new is None:
            continue
        entry, packed = (info, _packed(package, info)) if new is None else _compressed(info, new)
        directory.append(_central(entry, out.tell()))
        out.write(_local(entry) + packed)
    for name, new in left.values():
        if new is None:
            continue
        entry, packed = _compressed(_like(package.archive.infolist()[0], name), new)
        directory.append(_central(entry, out.tell()))
        out.write(_local(entry) + packed)
    listed, begins = b"".join(directory), out.tell()
    comment, count = package.archive.comment, len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), begins, len(comment))
    return out.getvalue() + listed + end + comment


def _packed(package: Package, info: ZipInfo) -> bytes:
    """The compressed bytes behind the entry's own header, which may be longer than the directory's."""
    header = package.data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or not header.startswith(b"PK\3\4"):
        raise BadPackage(f"The workbook's part '{info.filename}' is damaged (its header is missing).")
    name, extra = _LOCAL.unpack(header)[-2:]
    begins = info.header_offset + _LOCAL.size + name + extra
    return package.data[begins : begins + info.compress_size]


def _compressed(info: ZipInfo, data: bytes) -> tuple[ZipInfo, bytes]:
    entry = _like(info, info.filename)
    entry.CRC, entry.file_size = zlib.crc32(data), len(data)
    packed = data
    if entry.compress_type != ZIP_STORED:
        entry.compress_type = ZIP_DEFLATED
        deflate = zlib.compressobj(_LEVEL, wbits=-zlib.MAX_WBITS)
        packed = deflate.compress(data) + deflate.flush()
    entry.compress_size = len(packed)
    return entry, packed


def _like(info: ZipInfo, name: str) -> ZipInfo:
    entry = ZipInfo(name, info.date_time)
    for field in ("compress_type", "create_system", "create_version", "extract_version", "external_attr"):
        setattr(entry, field, getattr(info, field))
    return entry


def _name(info: ZipInfo) -> tuple[bytes, int]:
    flags = info.flag_bits & ~_SIZES_FOLLOW
    try:
        return info.orig_filename.encode("utf-8" if flags & _UTF_8 else "cp437"), flags
    except UnicodeEncodeError:
        return info.orig_filename.encode("utf-8"), flags | _UTF_8


def _moment(info: ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _local(info: ZipInfo) -> bytes:
    name, flags = _name(info)
    sizes = (info.CRC, info.compress_size, info.file_size)
    head = (b"PK\3\4", info.extract_version, flags, info.compress_type, *_moment(info))
    return _LOCAL.pack(*head, *sizes, len(name), 0) + name


def _central(info: ZipInfo, offset: int) -> bytes:
    name, flags = _name(info)
    versions = info.create_version | info.create_system << 8, info.extract_version
    sizes = (info.CRC, info.compress_size, info.file_size)
    extra = _without_zip64(info.extra)
    lengths = (len(name), len(extra), len(info.comment))
    place = (0, info.internal_attr, info.external_attr, offset)
    head = (b"PK\1\2", *versions, flags, info.compress_type, *_moment(info))
    return _CENTRAL.pack(*head, *sizes, *lengths, *place) + name + extra + info.comment


def _without_zip64(extra: bytes) -> bytes:
    kept, rest = b"", extra
    while len(rest) >= 4:
        kind, size = struct.unpack_from("<2H", rest)
        kept += b"" if kind == _ZIP64 else rest[: 4 + size]
        rest = rest[4 + size :]
    return kept
