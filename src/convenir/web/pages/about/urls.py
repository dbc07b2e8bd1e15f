"""What the footer leads to."""

from django.urls import path
from django.views.generic import TemplateView

app_name = "about"
urlpatterns = [
    path("aide", TemplateView.as_view(template_name="about/help.html"), name="help"),
    path("accessibilite", TemplateView.as_view(template_name="about/access.html"), name="access"),
]
