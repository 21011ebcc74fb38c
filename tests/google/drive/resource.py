"""A file as Drive describes it."""

from __future__ import annotations

from typing import Any

from .account import SPREADSHEET, File, permission_id, stamp

EXPORTS = {
    "application/x-vnd.oasis.opendocument.spreadsheet": "ods",
    "text/tab-separated-values": "tsv",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "text/csv": "csv",
    "application/zip": "zip",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
}
BRIEF = ("kind", "id", "name", "mimeType")
EDITING = ("canEdit", "canRename", "canTrash", "canDelete", "canShare", "canModifyContent", "canAddChildren")


def user(email: str, me: bool) -> dict[str, Any]:
    return {
        "kind": "drive#user",
        "displayName": email.split("@")[0],
        "me": me,
        "permissionId": permission_id(email),
        "emailAddress": email,
    }


def full(file: File, email: str) -> dict[str, Any]:
    """Every field that the server knows of a file."""
    writer, owner = file.may_write(email), file.role(email) == "owner"
    is_sheet = file.mime_type == SPREADSHEET
    view = f"https://docs.google.com/spreadsheets/d/{file.id}/edit?usp=drivesdk"
    out: dict[str, Any] = {
        "kind": "drive#file",
        "id": file.id,
        "name": file.name,
        "mimeType": file.mime_type,
        "starred": False,
        "trashed": file.trashed,
        "explicitlyTrashed": file.trashed,
        "parents": list(file.parents) if owner else [],
        "spaces": ["drive"],
        "version": str(file.version),
        "webViewLink": view if is_sheet else f"https://drive.google.com/file/d/{file.id}/view?usp=drivesdk",
        "createdTime": stamp(file.created),
        "modifiedTime": stamp(file.modified),
        "modifiedByMeTime": stamp(file.modified),
        "modifiedByMe": file.modified_by == email,
        "viewedByMe": True,
        "owners": [user(file.owner, file.owner == email)],
        "ownedByMe": owner,
        "lastModifyingUser": user(file.modified_by or file.owner, file.modified_by == email),
        "shared": len(file.permissions) > 1,
        "capabilities": dict.fromkeys(EDITING, writer)
        | {"canCopy": True, "canDownload": True, "canComment": True},
        "viewersCanCopyContent": True,
        "copyRequiresWriterPermission": False,
        "writersCanShare": True,
        "permissions": [dict(permission) for permission in file.permissions],
        "permissionIds": [permission["id"] for permission in file.permissions],
        "quotaBytesUsed": "1024" if is_sheet else str(len(file.content)),
        "size": "1024" if is_sheet else str(len(file.content)),
        "isAppAuthorized": True,
        "hasThumbnail": False,
        "thumbnailVersion": "0",
        **file.said,
    }
    if is_sheet:
        out["exportLinks"] = {kind: _export(file.id, ending) for kind, ending in EXPORTS.items()}
    else:
        out["originalFilename"] = file.name
        out["fullFileExtension"] = out["fileExtension"] = file.name.rpartition(".")[2]
    return {name: value for name, value in out.items() if value not in ([], None)}


def _export(file_id: str, ending: str) -> str:
    return f"https://docs.google.com/spreadsheets/export?id={file_id}&exportFormat={ending}"


def version_two(file: File, email: str) -> dict[str, Any]:
    """The form of Drive v2, which an upload to that version answers with."""
    new, link = full(file, email), f"https://www.googleapis.com/drive/v2/files/{file.id}"
    person = user(email, True) | {
        "isAuthenticatedUser": True,
        "picture": {"url": "https://lh3.googleusercontent.com/a/default-user=s64"},
    }
    person = {"displayName": email} | {
        name: value for name, value in person.items() if name not in ("me", "displayName")
    }
    parent = file.parents[0] if file.parents else "root"
    return {
        "kind": "drive#file",
        "id": file.id,
        "etag": f'"{file.version}"',
        "selfLink": link,
        "userPermission": {
            "id": "me",
            "type": "user",
            "role": file.role(email),
            "kind": "drive#permission",
            "selfLink": f"{link}/permissions/me",
            "etag": f'"{file.version}"',
            "pendingOwner": False,
        },
        "title": file.name,
        "mimeType": file.mime_type,
        "ownerNames": [file.owner],
        "owners": [person],
        "lastModifyingUserName": email,
        "lastModifyingUser": person,
        "editable": file.may_write(email),
        "writersCanShare": True,
        "copyable": True,
        "shared": new["shared"],
        "explicitlyTrashed": file.trashed,
        "appDataContents": False,
        "exportLinks": new.get("exportLinks", {}),
        "parents": [
            {
                "selfLink": f"{link}/parents/{parent}",
                "id": parent,
                "isRoot": True,
                "kind": "drive#parentReference",
                "parentLink": f"https://www.googleapis.com/drive/v2/files/{parent}",
            }
        ],
        "thumbnailLink": f"https://docs.google.com/feeds/vt?gd=true&id={file.id}&v=1&sz=s220",
        "iconLink": f"https://drive-thirdparty.googleusercontent.com/16/type/{file.mime_type}",
        "alternateLink": new["webViewLink"],
        "embedLink": f"https://docs.google.com/spreadsheets/d/{file.id}/htmlembed",
        "fileSize": "1024",
        "quotaBytesUsed": "1024",
        "copyRequiresWriterPermission": False,
        "spaces": ["drive"],
        "labels": {
            "viewed": True,
            "restricted": False,
            "starred": False,
            "hidden": False,
            "trashed": file.trashed,
        },
        "createdDate": new["createdTime"],
        "modifiedDate": new["modifiedTime"],
        "modifiedByMeDate": new["modifiedTime"],
        "lastViewedByMeDate": new["modifiedTime"],
        "markedViewedByMeDate": "1970-01-01T00:00:00.000Z",
        "version": str(file.version),
        "capabilities": {"canEdit": file.may_write(email), "canCopy": True},
    }
