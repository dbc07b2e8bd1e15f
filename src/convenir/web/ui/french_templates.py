"""Templates are written with ordinary spaces: they are loaded with those of French typography.

So no «:» or «»» begins a line on a phone, and nobody who writes a template has to think of it.
"""

import re

from django.template import Origin
from django.template.loaders import app_directories

from convenir.writer.french_typography import unbroken

# A tag of the language of templates, or of HTML, which may hold some of the former.
_TAG = r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
_CODE = re.compile(rf"({_TAG}|<(?:{_TAG}|[^>])*>)", re.DOTALL)


class Loader(app_directories.Loader):
    """The loader of the templates of each application."""

    def get_contents(self, origin: Origin) -> str:
        """The source of a template, its words in French typography."""
        return in_french(super().get_contents(origin))


def in_french(source: str) -> str:
    """The words between the tags with no-break spaces; the tags as they are.

    >>> in_french('<a title="a : b">Fichier « {{ name }} » : {% if n > 1 %}lu{% endif %}</a>') == (
    ...     '<a title="a : b">Fichier «\u00a0{{ name }}\u00a0»\u00a0: {% if n > 1 %}lu{% endif %}</a>'
    ... )
    True
    """
    parts = _CODE.split(source)
    return "".join(part if rank % 2 else unbroken(part) for rank, part in enumerate(parts))
