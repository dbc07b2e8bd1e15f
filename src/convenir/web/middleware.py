"""Around each request: the policy of the browser, the person, and the rows that her house may see."""

from collections.abc import Callable
from typing import TypeAlias, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from convenir.access.context import acting_as
from convenir.access.roles import NotFound
from convenir.core.refusals import Refusal
from convenir.web import errors
from convenir.web.requests import Request
from convenir.web.signature import signed_in

Handler: TypeAlias = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)


def content_policy(handle: Handler) -> Handler:
    """Says to the browser that nothing comes from elsewhere, and that no page holds a script or a style."""

    def around(request: HttpRequest) -> HttpResponseBase:
        response = handle(request)
        response["Content-Security-Policy"] = POLICY
        return response

    return around


def person(handle: Handler) -> Handler:
    """Gives `request.actor`, in a transaction that shows the rows of her house alone; strangers sign in first."""

    def around(request: HttpRequest) -> HttpResponseBase:
        actor = signed_in(request.session)
        if actor is not None:
            cast(Request, request).actor = actor
            with acting_as(actor):
                return handle(request)
        if _is_open(request.path_info):
            return handle(request)
        return _to_sign_in(cast(Request, request))

    return around


def _to_sign_in(request: Request) -> HttpResponse:
    """Where one says who one is, then comes back; a page that asked for a part of itself goes there as a whole."""
    if request.htmx:
        return HttpResponseClientRedirect(f"/entrer?{urlencode({'suite': request.htmx.current_url_abs_path or '/'})}")
    asked = urlencode({"suite": request.get_full_path()}) if request.method == "GET" else ""
    return redirect(f"/entrer?{asked}".rstrip("?"))


def _is_open(path: str) -> bool:
    """Pages that need nobody; an address that does not exist is said so, without asking who you are."""
    try:
        return resolve(path).app_name in {"signin", "about"}
    except Resolver404:
        return True


class Refusals:
    """Turns what the product refuses, and what does not exist, into a page; anything else is a bug."""

    def __init__(self, handle: Handler) -> None:
        self.handle = handle

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.handle(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotFound):
            return errors.not_found(request)
        if isinstance(exception, Refusal):
            return errors.refused(request, exception)
        return None
