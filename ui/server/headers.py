"""Security headers: the page runs only scripts of its own server, and speaks to no other."""

import base64
import hashlib
import re

import secure
from secure.middleware import SecureASGIMiddleware
from starlette.middleware import Middleware

from ui.server.static import STREAMLIT

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def _inline_scripts() -> list[str]:
    """The hashes of the scripts that stand inside Streamlit's own index page, which are allowed as they are."""
    found = INLINE.findall((STREAMLIT / "index.html").read_text("utf-8"))
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found]


def policy() -> secure.Secure:
    """Streamlit writes styles into the page, Plotly and the tables draw from data: and blob: images."""
    csp = (
        secure.ContentSecurityPolicy()
        .default_src("'self'")
        .script_src("'self'", *_inline_scripts())
        .style_src("'self'", "'unsafe-inline'")
        .img_src("'self'", "data:", "blob:")
        .font_src("'self'", "data:")
        .object_src("'none'")
        .base_uri("'self'")
        .form_action("'self'")
        .frame_ancestors("'self'")
    )
    return secure.Secure(
        csp=csp,
        coop=secure.CrossOriginOpenerPolicy().same_origin(),
        corp=secure.CrossOriginResourcePolicy().same_origin(),
        permissions=secure.PermissionsPolicy().camera().microphone().geolocation(),
        referrer=secure.ReferrerPolicy().strict_origin_when_cross_origin(),
        xcto=secure.XContentTypeOptions().nosniff(),
        xfo=secure.XFrameOptions().sameorigin(),
    )


def middleware() -> Middleware:
    return Middleware(SecureASGIMiddleware, secure=policy())
