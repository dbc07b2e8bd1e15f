"""The site, as Django knows it."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates, styles; no table."""

    name = "convenir.web"
    label = "web"
