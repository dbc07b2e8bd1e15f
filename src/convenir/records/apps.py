"""The Django app that holds every table of the product."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """All models and migrations."""

    name = "convenir.records"
    label = "records"
    verbose_name = "Dossiers"
    default_auto_field = "django.db.models.BigAutoField"
