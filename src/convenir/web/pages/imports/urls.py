"""The addresses of an import, one for each step."""

from django.urls import path

from convenir.web.pages.imports import check, columns, upload

app_name = "imports"
urlpatterns = [
    path("<uuid:pk>/importer", upload.upload, name="upload"),
    path("<uuid:pk>/importer/<uuid:file>/colonnes", columns.columns, name="columns"),
    path("<uuid:pk>/importer/<uuid:file>/lignes", check.check, name="check"),
]
