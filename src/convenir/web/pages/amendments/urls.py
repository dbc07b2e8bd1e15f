"""From the text of an avenant or of a délibération to the dossier of its convention."""

from django.urls import path

from convenir.web.pages.amendments import applying, attaching, choosing

app_name = "amendments"
urlpatterns = [
    path("textes/<uuid:pk>/convention", choosing.choose, name="choose"),
    path("textes/<uuid:pk>/conventions/<uuid:dossier>/appliquer", applying.apply, name="apply"),
    path("textes/<uuid:pk>/conventions/<uuid:dossier>/attacher", attaching.attach, name="attach"),
]
