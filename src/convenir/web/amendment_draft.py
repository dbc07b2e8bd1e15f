"""What a page hands over to the form that records an avenant: a button, and fields that it fills, by their names."""

# The button whose form fills that of the avenant, and records nothing.
FILL = "remplir"
FACILITIES = "facilities_"


def facilities_field(rank: int) -> str:
    """The field of the list of the clause of that rank, from 0, among those that bear one."""
    return f"{FACILITIES}{rank}"
