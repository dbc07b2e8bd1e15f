"""From the file to the dossier."""

from django.urls import path

from convenir.web.pages.deposit import (
    acts,
    adding,
    confirm,
    judging,
    rereading,
    review,
    ruling,
    scan,
    sentences,
    setting_aside,
    sheets,
    upload,
)

app_name = "deposit"
urlpatterns = [
    path("deposer", upload.upload, name="upload"),
    path("textes/<uuid:pk>/lecture", scan.scan, name="scan"),
    path("textes/<uuid:pk>/lecture/abandon", scan.abandon, name="abandon"),
    path("textes/<uuid:pk>/actes", acts.acts, name="acts"),
    path("textes/<uuid:pk>/relecture", review.review, name="review"),
    path("textes/<uuid:pk>/termes/ajouter", adding.add, name="add"),
    path("textes/<uuid:pk>/termes/<int:number>", ruling.rule, name="rule"),
    path("textes/<uuid:pk>/termes/<int:number>/corriger", ruling.correct, name="correct"),
    path("textes/<uuid:pk>/accepter", ruling.accept_all, name="accept_all"),
    path("textes/<uuid:pk>/constats/<str:key>", judging.judge, name="judge"),
    path("textes/<uuid:pk>/constats/<str:key>/vu", judging.see, name="see"),
    path("textes/<uuid:pk>/phrases", sentences.sentences, name="sentences"),
    path("textes/<uuid:pk>/phrases/<str:key>", sentences.classify, name="classify"),
    path("textes/<uuid:pk>/relire", rereading.reread, name="reread"),
    path("textes/<uuid:pk>/de-cote", setting_aside.set_aside, name="set_aside"),
    path("textes/<uuid:pk>/reprise", setting_aside.take_up, name="take_up"),
    path("textes/<uuid:pk>/dossier", confirm.confirm, name="confirm"),
    path("textes/<uuid:pk>/fichiers/<int:file>/pages/<int:number>", sheets.picture, name="page"),
    path("textes/<uuid:pk>/original", upload.original, name="original"),
]
