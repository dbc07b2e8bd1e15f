"""One address for each view of a dossier."""

from django.urls import path

from convenir.web.pages.conventions import facts, suppositions, views

app_name = "conventions"
urlpatterns = [
    path("<uuid:pk>/", views.overview, name="overview"),
    path("<uuid:pk>/echeances", views.deadlines, name="deadlines"),
    path("<uuid:pk>/echeances/<path:key>", views.duty, name="duty"),
    path("<uuid:pk>/possibilites", views.possibilities, name="possibilities"),
    path("<uuid:pk>/et-si", suppositions.suppose, name="suppose"),
    path("<uuid:pk>/texte", views.text, name="text"),
    path("<uuid:pk>/journal", views.journal, name="journal"),
    path("<uuid:pk>/agenda.ics", views.ics, name="ics"),
    path("<uuid:pk>/pieces/<uuid:piece>", views.evidence, name="evidence"),
    path("<uuid:pk>/faits/nouveau", facts.record, name="record"),
    path("<uuid:pk>/faits/<str:fact>/annuler", facts.cancel, name="cancel"),
]
