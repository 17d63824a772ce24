"""What stands on every answer, also on errors, downloads and static files."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Nothing the pages need of the machine they are read on.
_REFUSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
PERMISSIONS_POLICY = ", ".join(f"{what}=()" for what in _REFUSED)


class Headers:
    """The outermost of the row, so that no answer leaves without them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Stand first in the row of middleware."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add what the view has not said itself."""
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        if settings.HTTPS:
            # Also where the proxy speaks plain HTTP to us: what it hands on is HTTPS.
            response.headers.setdefault(
                "Strict-Transport-Security",
                f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains",
            )
        said = response.headers.get("Cache-Control", "")
        if "no-store" not in said and _of_a_session(request, response):
            # Computers are shared: nothing a signed-in person saw is left behind in the browser.
            response.headers["Cache-Control"] = "no-store, private"
        return response


def _of_a_session(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is to somebody with a session; asks the cookies only, so an outage changes nothing.

    Static files tell of nobody and are answered before a session is looked for.
    """
    name = settings.SESSION_COOKIE_NAME
    return hasattr(request, "session") and (name in request.COOKIES or name in response.cookies)
