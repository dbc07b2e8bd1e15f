"""Words typed by a person, with those that the dossier already knows offered as one types."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join


class SuggestInput(forms.TextInput):
    """A field of one line and its `<datalist>`; without suggestions, a plain field."""

    def __init__(self, suggestions: Sequence[str]) -> None:
        super().__init__()
        self.suggestions = suggestions

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> Any:
        if not self.suggestions:
            return super().render(name, value, attrs, renderer)
        listed = f"{(attrs or {}).get('id', name)}_connus"
        field = super().render(name, value, {**(attrs or {}), "list": listed}, renderer)
        options = format_html_join("", '<option value="{}"></option>', ((one,) for one in self.suggestions))
        return format_html('{}<datalist id="{}">{}</datalist>', field, listed, options)
