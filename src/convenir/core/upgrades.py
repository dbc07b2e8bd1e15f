"""What older versions of the format wrote, brought to the present one step at a time: never half read."""

from collections.abc import Callable
from typing import Any, TypeAlias

# A value that carries the name of its type under `type`.
Typed: TypeAlias = dict[str, Any]
# What one step does to one typed value (a clause, an event, a delay…), at whatever depth it stands.
Step: TypeAlias = Callable[[Typed], Typed]


def _force_of_sharing(value: Typed) -> Typed:
    """Version 2: sharing «chaque fois que possible» is told by its force, as every other duty."""
    if value.get("type") != "DataSharing" or "qualified" not in value:
        return value
    kept = {name: item for name, item in value.items() if name != "qualified"}
    return kept | ({"force": "qualified"} if value["qualified"] else {})


# The step at place n brings version n + 1 to version n + 2.
STEPS: tuple[Step, ...] = (_force_of_sharing,)
VERSION = len(STEPS) + 1


def upgraded(data: Any, version: int) -> Any:
    """A value that this `version` of the format wrote, as the present one writes it.

    >>> old = {"type": "DataSharing", "qualified": True, "source": {"type": "Source", "text": "c", "article": "7"}}
    >>> upgraded([old], 1)[0]["force"]
    'qualified'
    """
    for step in STEPS[version - 1 :]:
        data = _everywhere(data, step)
    return data


def _everywhere(data: Any, step: Step) -> Any:
    if isinstance(data, list):
        return [_everywhere(item, step) for item in data]
    if isinstance(data, dict):
        inside = {name: _everywhere(item, step) for name, item in data.items()}
        return step(inside) if "type" in inside else inside
    return data
