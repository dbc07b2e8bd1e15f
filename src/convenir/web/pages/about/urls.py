"""What the footer leads to, and the colour of a house."""

from django.urls import path, re_path
from django.views.generic import TemplateView

from convenir.web.pages.about import views

app_name = "about"
urlpatterns = [
    path("aide", TemplateView.as_view(template_name="about/help.html"), name="help"),
    path("accessibilite", TemplateView.as_view(template_name="about/access.html"), name="access"),
    re_path(r"^accent/(?P<digits>[0-9a-f]{6})\.css\Z", views.accent, name="accent"),
]
