"""Several items typed by a person, one a line."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """One item a line."""

    widget = forms.Textarea({"rows": 4})

    def to_python(self, value: object) -> Any:
        return tuple(line.strip() for line in str(value or "").splitlines() if line.strip())

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, tuple) else value
