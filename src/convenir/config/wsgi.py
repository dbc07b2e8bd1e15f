"""The door by which an HTTP server calls the site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "convenir.config.settings")

application = get_wsgi_application()
