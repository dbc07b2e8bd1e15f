"""From the file to the dossier."""

from django.urls import path

from convenir.web.pages.deposit import confirm, review, upload

app_name = "deposit"
urlpatterns = [
    path("deposer", upload.upload, name="upload"),
    path("textes/<uuid:pk>/relecture", review.review, name="review"),
    path("textes/<uuid:pk>/termes/<int:number>", review.rule, name="rule"),
    path("textes/<uuid:pk>/termes/<int:number>/corriger", review.correct, name="correct"),
    path("textes/<uuid:pk>/accepter", review.accept_all, name="accept_all"),
    path("textes/<uuid:pk>/dossier", confirm.confirm, name="confirm"),
    path("textes/<uuid:pk>/original", upload.original, name="original"),
]
