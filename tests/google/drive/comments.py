"""Comments on a file, and the replies to them."""

from __future__ import annotations

import secrets
from typing import Any

from .. import field_masks
from ..errors import DriveError
from .account import Account, now, stamp
from .files import Parameters, mask, seen
from .resource import user


def _required(parameters: Parameters) -> str:
    fields = parameters.get("fields", "")
    if not fields:
        raise DriveError(400, "required", "The 'fields' parameter is required for this method.", "fields")
    return str(fields)


def _written(kind: str, email: str, given: dict[str, Any]) -> dict[str, Any]:
    moment = stamp(now())
    return {
        "kind": f"drive#{kind}",
        "id": "AAAA" + secrets.token_urlsafe(8)[:11],
        "createdTime": moment,
        "modifiedTime": moment,
        "author": user(email, True),
        "deleted": False,
        "content": given.get("content", ""),
        "htmlContent": given.get("content", ""),
        **{name: given[name] for name in ("anchor", "quotedFileContent", "action") if name in given},
    }


def listed(account: Account, file_id: str, email: str, parameters: Parameters) -> dict[str, Any]:
    fields = _required(parameters)
    file = seen(account, file_id, email)
    hidden = str(parameters.get("includeDeleted", "")).lower() != "true"
    found = [comment for comment in file.comments if not (hidden and comment["deleted"])]
    whole = {"kind": "drive#commentList", "comments": found}
    return dict(field_masks.cut(mask(fields, "CommentList"), whole))


def create(
    account: Account, file_id: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    fields = _required(parameters)
    file = seen(account, file_id, email)
    comment = _written("comment", email, given) | {"resolved": False, "replies": []}
    file.comments.append(comment)
    return dict(field_masks.cut(mask(fields, "Comment"), comment))


def _found(account: Account, file_id: str, wanted: str, email: str) -> dict[str, Any]:
    for comment in seen(account, file_id, email).comments:
        if comment["id"] == wanted:
            return comment
    raise DriveError(404, "notFound", f"Comment not found: {wanted}.", "commentId")


def get(account: Account, file_id: str, wanted: str, email: str, parameters: Parameters) -> dict[str, Any]:
    fields = _required(parameters)
    return dict(field_masks.cut(mask(fields, "Comment"), _found(account, file_id, wanted, email)))


def update(
    account: Account, file_id: str, wanted: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    fields = _required(parameters)
    comment = _found(account, file_id, wanted, email)
    comment |= {
        "content": given.get("content", ""),
        "htmlContent": given.get("content", ""),
        "modifiedTime": stamp(now()),
    }
    return dict(field_masks.cut(mask(fields, "Comment"), comment))


def delete(account: Account, file_id: str, wanted: str, email: str) -> None:
    _found(account, file_id, wanted, email)["deleted"] = True


def reply(
    account: Account, file_id: str, wanted: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    fields = _required(parameters)
    comment = _found(account, file_id, wanted, email)
    found = _written("reply", email, given)
    comment["replies"].append(found)
    comment["resolved"] = {"resolve": True, "reopen": False}.get(given.get("action", ""), comment["resolved"])
    return dict(field_masks.cut(mask(fields, "Reply"), found))


def replies(
    account: Account, file_id: str, wanted: str, email: str, parameters: Parameters
) -> dict[str, Any]:
    fields = _required(parameters)
    whole = {"kind": "drive#replyList", "replies": _found(account, file_id, wanted, email)["replies"]}
    return dict(field_masks.cut(mask(fields, "ReplyList"), whole))
