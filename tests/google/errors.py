"""What the services say when they refuse: one exception for each of their two forms of error."""

from __future__ import annotations

from typing import Any

STATUS_OF = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    409: "ABORTED",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    502: "UNAVAILABLE",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class ServiceError(Exception):
    """An answer that isn't 200; `body` is what is sent as JSON."""

    code: int
    headers: dict[str, str]

    def body(self) -> dict[str, Any]:
        raise NotImplementedError


class ApiError(ServiceError):
    """An error of the Sheets API: code, message, status, and details where there are some."""

    def __init__(
        self, code: int, message: str, details: list[dict[str, Any]] | None = None, status: str = ""
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.details = code, message, details
        self.status = status or STATUS_OF.get(code, "UNKNOWN")
        self.headers = {}

    def body(self) -> dict[str, Any]:
        error: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "status": self.status,
        }
        if self.details:
            error["details"] = self.details
        return {"error": error}


class DriveError(ServiceError):
    """An error of the Drive API, which lists its reasons."""

    def __init__(
        self, code: int, reason: str, message: str, location: str = "", place: str = "parameter"
    ) -> None:
        super().__init__(message)
        self.code, self.reason, self.message = code, reason, message
        self.location, self.place = location, place
        self.headers = {}

    def body(self) -> dict[str, Any]:
        entry = {"message": self.message, "domain": "global", "reason": self.reason}
        if self.location:
            entry |= {"location": self.location, "locationType": self.place}
        return {"error": {"code": self.code, "message": self.message, "errors": [entry]}}


class TokenError(ServiceError):
    """An error of the token endpoint (RFC 6749)."""

    def __init__(self, error: str, description: str, code: int = 400) -> None:
        super().__init__(description)
        self.code, self.error, self.description = code, error, description
        self.headers = {}

    def body(self) -> dict[str, Any]:
        return {"error": self.error, "error_description": self.description}


class Refusal(Exception):
    """Why one request of a batch, or one range, can't be done; whoever catches it says which one it was."""


def invalid(message: str) -> ApiError:
    return ApiError(400, message)


def bad_request(violations: list[tuple[str, str]]) -> ApiError:
    """A body or parameter that doesn't fit its description: all violations at once."""
    found = [
        {"field": field, "description": text} if field else {"description": text}
        for field, text in violations
    ]
    detail = {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": found}
    return ApiError(400, "\n".join(text for _, text in violations), [detail])


def bad_fields(path: str) -> ApiError:
    """A `fields` parameter that names something which isn't there."""
    text = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    detail = {
        "@type": "type.googleapis.com/google.rpc.BadRequest",
        "fieldViolations": [{"field": path, "description": text}],
    }
    return ApiError(400, "Request contains an invalid argument.", [detail])


def not_found() -> ApiError:
    return ApiError(404, "Requested entity was not found.")


def no_spreadsheet() -> ApiError:
    """The file is there, but it is something else."""
    return ApiError(400, "This operation is not supported for this document", status="FAILED_PRECONDITION")


def forbidden() -> ApiError:
    return ApiError(403, "The caller does not have permission")
