"""Two texts, or a text and a frame."""

from django.urls import path

from convenir.web.pages.comparisons import choosing, framing, versions

app_name = "comparisons"
urlpatterns = [
    path("comparer", choosing.choose, name="choose"),
    path("comparer/<uuid:before>/<uuid:after>", versions.compare, name="versions"),
    path("textes/<uuid:pk>/trame", framing.against_frame, name="frame"),
]
