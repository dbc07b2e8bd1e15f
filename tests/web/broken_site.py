"""A site with a page that has a bug."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from convenir.config import urls


def bug(request: HttpRequest) -> HttpResponse:
    """Divides by nothing."""
    return HttpResponse(str(1 // int(request.GET.get("by", "0"))))


urlpatterns = [*urls.urlpatterns, path("casse", bug)]
handler404, handler500 = urls.handler404, urls.handler500
