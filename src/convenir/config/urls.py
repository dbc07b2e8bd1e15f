"""The addresses of the site, all of them those of its pages, and the pages for what goes wrong."""

from django.urls import include, path

urlpatterns = [path("", include("convenir.web.urls"))]

handler404 = "convenir.web.errors.not_found"
handler500 = "convenir.web.errors.crashed"
