"""Who a file is shared with."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..errors import DriveError
from .account import ROLES, Account, File, permission_id
from .files import Parameters, mask, seen, writable

BRIEF = ("kind", "id", "type", "role")
TYPES = ("user", "group", "domain", "anyone")


def _shown(permission: dict[str, Any], parameters: Parameters) -> dict[str, Any]:
    if parameters.get("fields"):
        return dict(field_masks.cut(mask(parameters["fields"], "Permission"), permission))
    names = (*BRIEF, "allowFileDiscovery") if permission["type"] == "anyone" else BRIEF
    return {name: permission[name] for name in names if name in permission}


def listed(account: Account, file_id: str, email: str, parameters: Parameters) -> dict[str, Any]:
    file = writable(account, file_id, email)
    whole = {"kind": "drive#permissionList", "permissions": file.permissions}
    if parameters.get("fields"):
        return dict(field_masks.cut(mask(parameters["fields"], "PermissionList"), whole))
    return whole | {"permissions": [_shown(permission, {}) for permission in file.permissions]}


def _found(file: File, wanted: str) -> dict[str, Any]:
    for permission in file.permissions:
        if permission["id"] == wanted:
            return permission
    raise DriveError(404, "notFound", f"Permission not found: {wanted}.", "permissionId")


def get(account: Account, file_id: str, wanted: str, email: str, parameters: Parameters) -> dict[str, Any]:
    return _shown(_found(seen(account, file_id, email), wanted), parameters)


def create(
    account: Account, file_id: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    file = writable(account, file_id, email)
    kind, role = given.get("type"), given.get("role")
    if kind not in TYPES:
        raise DriveError(
            400, "required", "The permission type field is required.", "permission.type", "other"
        )
    if role not in ROLES:
        raise DriveError(
            400, "required", "The permission role field is required.", "permission.role", "other"
        )
    if kind in ("user", "group") and "@" not in given.get("emailAddress", ""):
        message = "The specified emailAddress is invalid or not applicable for the given permission type."
        raise DriveError(400, "invalidSharingRequest", message, "permission.emailAddress", "other")
    if role == "owner" and str(parameters.get("transferOwnership", "")).lower() != "true":
        message = "The transferOwnership parameter must be enabled when the permission role is 'owner'."
        raise DriveError(403, "forbidden", message, "transferOwnership")
    permission = new_permission(kind, role, given)
    file.permissions = [one for one in file.permissions if one["id"] != permission["id"]] + [permission]
    if role == "owner":
        _new_owner(file, permission)
    file.version += 1
    return _shown(permission, parameters)


def new_permission(kind: str, role: str, given: dict[str, Any]) -> dict[str, Any]:
    """A permission as it is stored."""
    permission: dict[str, Any] = {"kind": "drive#permission", "type": kind, "role": role}
    if kind in ("user", "group"):
        email = given["emailAddress"]
        named = {
            "emailAddress": email,
            "displayName": email.split("@")[0],
            "deleted": False,
            "pendingOwner": False,
        }
        return {"id": permission_id(email), **permission, **named}
    if kind == "domain":
        return {
            "id": permission_id(given.get("domain", "")) + "k",
            **permission,
            "domain": given.get("domain", ""),
        }
    name = "anyone" if given.get("allowFileDiscovery") else "anyoneWithLink"
    return {"id": name, **permission, "allowFileDiscovery": bool(given.get("allowFileDiscovery"))}


def _new_owner(file: File, permission: dict[str, Any]) -> None:
    for other in file.permissions:
        if other is not permission and other["role"] == "owner":
            other["role"] = "writer"
    file.owner = permission["emailAddress"]


def update(
    account: Account, file_id: str, wanted: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    file = writable(account, file_id, email)
    permission = _found(file, wanted)
    role = given.get("role")
    if role not in ROLES:
        raise DriveError(
            400, "required", "The permission role field is required.", "permission.role", "other"
        )
    if permission["role"] == "owner" and role != "owner":
        raise DriveError(403, "cannotModifyInheritedPermission", "The owner of a file cannot be removed.")
    if role == "owner" and permission["role"] != "owner":
        if str(parameters.get("transferOwnership", "")).lower() != "true":
            message = "The transferOwnership parameter must be enabled when the permission role is 'owner'."
            raise DriveError(403, "forbidden", message, "transferOwnership")
        _new_owner(file, permission)
    permission["role"] = role
    if "pendingOwner" in given:
        permission["pendingOwner"] = bool(given["pendingOwner"])
    file.version += 1
    return _shown(permission, parameters)


def delete(account: Account, file_id: str, wanted: str, email: str) -> None:
    file = seen(account, file_id, email)
    permission = _found(file, wanted)
    if permission["role"] == "owner":
        raise DriveError(403, "insufficientFilePermissions", "The owner of a file cannot be removed.")
    if not file.may_write(email) and permission.get("emailAddress", "").lower() != email.lower():
        message = "The user does not have sufficient permissions for this file."
        raise DriveError(403, "insufficientFilePermissions", message)
    file.permissions.remove(permission)
    file.version += 1
