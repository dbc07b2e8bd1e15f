"""The addresses of the site, in French, area by area."""

from django.urls import include, path

urlpatterns = [
    path("", include("convenir.web.pages.home.urls")),
    path("", include("convenir.web.pages.signin.urls")),
    path("", include("convenir.web.pages.about.urls")),
    path("", include("convenir.web.pages.deposit.urls")),
    path("", include("convenir.web.pages.amendments.urls")),
    path("", include("convenir.web.pages.comparisons.urls")),
    path("conventions/", include("convenir.web.pages.imports.urls")),
    path("conventions/", include("convenir.web.pages.conventions.urls")),
]
