"""The token endpoint: assertions in, access tokens out; and whose token a request carries."""

from __future__ import annotations

import base64
import binascii
import json
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509 import load_pem_x509_certificate

from .errors import ApiError, TokenError

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
AUDIENCES = (
    "https://oauth2.googleapis.com/token",
    "https://accounts.google.com/o/oauth2/token",
    "https://www.googleapis.com/oauth2/v4/token",
)
SERVICES = ("https://sheets.googleapis.com/", "https://www.googleapis.com/", "https://drive.googleapis.com/")
PREFIX = "https://www.googleapis.com/auth/"
SHEETS, SHEETS_READ = PREFIX + "spreadsheets", PREFIX + "spreadsheets.readonly"
DRIVE, DRIVE_FILE, DRIVE_READ = PREFIX + "drive", PREFIX + "drive.file", PREFIX + "drive.readonly"
DRIVE_META = PREFIX + "drive.metadata.readonly"
FEEDS = "https://spreadsheets.google.com/feeds"
KNOWN_SCOPES = {SHEETS, SHEETS_READ, DRIVE, DRIVE_FILE, DRIVE_READ, DRIVE_META, FEEDS} | {
    PREFIX + name
    for name in ("drive.metadata", "drive.appdata", "userinfo.email", "userinfo.profile", "cloud-platform")
}
EVERYTHING = frozenset(KNOWN_SCOPES)
ANYBODY = "service-account@local-sheets.iam.gserviceaccount.com"
LIFE = 3600
SKEW = 300

UNAUTHENTICATED = (
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other "
    "valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
)
UNREGISTERED = (
    "Method doesn't allow unregistered callers (callers without established identity). "
    "Please use API Key or other form of API consumer identity to call this API."
)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, and for what the token is good."""

    email: str
    scopes: frozenset[str] = EVERYTHING

    def require(self, scopes: set[str]) -> None:
        if not self.scopes & scopes:
            raise ApiError(403, "Request had insufficient authentication scopes.", [_SCOPES_DETAIL])


_SCOPES_DETAIL = {
    "@type": "type.googleapis.com/google.rpc.ErrorInfo",
    "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
    "domain": "googleapis.com",
    "metadata": {"service": "sheets.googleapis.com"},
}


@dataclass(slots=True)
class Tokens:
    """The tokens that were given out. Without public keys every assertion is believed."""

    keys: list[rsa.RSAPublicKey] = field(default_factory=list)
    life: int = LIFE
    issued: dict[str, tuple[Caller, float]] = field(default_factory=dict)
    granted: int = 0

    def add_key(self, pem: bytes) -> None:
        """A public key, or a certificate, that assertions may be signed with."""
        certificate = b"CERTIFICATE" in pem
        key: object = (
            load_pem_x509_certificate(pem).public_key()
            if certificate
            else serialization.load_pem_public_key(pem)
        )
        if not isinstance(key, rsa.RSAPublicKey):
            raise ValueError("the public key isn't one of RSA, with which Google's assertions are signed")
        self.keys.append(key)

    def grant(self, form: dict[str, str], own_address: str) -> dict[str, Any]:
        """The answer of the token endpoint."""
        kind = form.get("grant_type", "")
        if kind == "refresh_token":
            return self._refreshed(form)
        if kind != GRANT:
            raise TokenError("unsupported_grant_type", f"Invalid grant_type: {kind}")
        caller = self._asserted(form.get("assertion", ""), (*AUDIENCES, own_address))
        return self._issue(caller)

    def _issue(self, caller: Caller) -> dict[str, Any]:
        token = "ya29.local-" + secrets.token_urlsafe(32)
        self.issued[token] = (caller, time.time() + self.life)
        self.granted += 1
        return {"access_token": token, "expires_in": self.life, "token_type": "Bearer"}

    def _refreshed(self, form: dict[str, str]) -> dict[str, Any]:
        if self.keys or not form.get("refresh_token"):
            raise TokenError("invalid_grant", "Bad Request")
        return self._issue(Caller("user@example.com")) | {"scope": " ".join(sorted(EVERYTHING))}

    def caller(self, authorization: str) -> Caller:
        """Whose token a header carries."""
        if not authorization:
            raise ApiError(403, UNREGISTERED)
        token = authorization.removeprefix("Bearer ").strip()
        if token in self.issued:
            caller, until = self.issued[token]
            if time.time() < until:
                return caller
        elif token.count(".") == 2 and authorization.startswith("Bearer ey"):
            return self._self_signed(token)
        raise _unauthenticated()

    def _self_signed(self, token: str) -> Caller:
        """A JWT that stands for itself, without a visit to the token endpoint."""
        try:
            return self._asserted(token, SERVICES)
        except TokenError:
            raise _unauthenticated() from None

    def expire(self) -> None:
        """No token given out so far is good any longer."""
        self.issued = {token: (caller, 0.0) for token, (caller, _) in self.issued.items()}

    def _asserted(self, assertion: str, audiences: tuple[str, ...]) -> Caller:
        try:
            head, body, signature = assertion.split(".")
            header, claims = _decoded(head), _decoded(body)
            signed = _bytes(signature)
        except (ValueError, binascii.Error):
            if self.keys:
                raise TokenError("invalid_grant", "Invalid JWT: Bad format.") from None
            return Caller(ANYBODY)
        if self.keys:
            self._verify(header, f"{head}.{body}".encode(), signed)
            _check_claims(claims, audiences)
        return Caller(
            str(claims.get("sub") or claims.get("iss") or ANYBODY), _scopes(claims, bool(self.keys))
        )

    def _verify(self, header: dict[str, Any], message: bytes, signature: bytes) -> None:
        for key in self.keys if header.get("alg") == "RS256" else []:
            try:
                key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
                return
            except InvalidSignature:
                continue
        raise TokenError("invalid_grant", "Invalid JWT Signature.")


def _unauthenticated() -> ApiError:
    error = ApiError(401, UNAUTHENTICATED)
    error.headers["WWW-Authenticate"] = 'Bearer realm="https://accounts.google.com/", error="invalid_token"'
    return error


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _decoded(text: str) -> dict[str, Any]:
    found = json.loads(_bytes(text))
    if not isinstance(found, dict):
        raise ValueError(text)
    return found


def _check_claims(claims: dict[str, Any], audiences: tuple[str, ...]) -> None:
    now = time.time()
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int | float) or not isinstance(expires, int | float):
        raise TokenError("invalid_grant", "Invalid JWT: iat and exp are required.")
    if expires < now - SKEW or issued > now + SKEW or expires - issued > LIFE:
        raise TokenError(
            "invalid_grant",
            "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
            "Check your iat and exp values in the JWT claim.",
        )
    if claims.get("aud") not in audiences:
        raise TokenError(
            "invalid_grant", "Invalid JWT: Failed audience check. The right audience is " + AUDIENCES[0]
        )


def _scopes(claims: dict[str, Any], strict: bool) -> frozenset[str]:
    asked = frozenset(str(claims.get("scope", "")).split())
    if not strict:
        return asked or EVERYTHING
    if not asked and str(claims.get("aud", "")) in SERVICES:
        return EVERYTHING
    if not asked:
        raise TokenError("invalid_scope", "Empty or missing scope not allowed.")
    if asked - KNOWN_SCOPES:
        raise TokenError("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
    return asked
