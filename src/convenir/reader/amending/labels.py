"""The place that an edit aims at, in a few words: «article 5, alinéas 2 à 4»."""

from convenir.reader.amending.edits import (
    AnnexAdded,
    AnnexRemoved,
    AnnexReplaced,
    ArticleAdded,
    Edit,
    NotUnderstood,
    PartyJoined,
    Prolonged,
    Target,
)


def place_label(edit: Edit) -> str:
    """Where the convention changes, or who joins it; empty for what has no place of its own."""
    match edit:
        case AnnexReplaced(number=number) | AnnexAdded(number=number) | AnnexRemoved(number=number):
            return f"annexe {number}".strip()
        case ArticleAdded(number=number):
            return f"article {number}" if number else ""
        case PartyJoined(name=name):
            return name
        case Prolonged() | NotUnderstood():
            return ""
        case _:
            return target_label(edit.target)


def target_label(target: Target) -> str:
    """A place of the convention.

    >>> target_label(Target(article="5", paragraph=2, through=4)), target_label(Target(article="9", heading=True))
    ('article 5, alinéas 2 à 4', 'article 9, titre')
    >>> target_label(Target(article="2", item=-1)), target_label(Target(article="4", paragraph=2, sentence=-1))
    ('article 2, dernier tiret', 'article 4, alinéa 2, dernière phrase')
    """
    counted = [("alinéa", target.paragraph), ("tiret", target.item), ("phrase", target.sentence)]
    named = [(unit, rank) for unit, rank in counted if rank is not None]
    parts = [_counted(unit, rank, None) for unit, rank in named[:-1]]
    parts += [_counted(unit, rank, target.through) for unit, rank in named[-1:]]
    return ", ".join([_article(target.article), *(["titre"] if target.heading else []), *parts])


def _article(label: str) -> str:
    if not label:
        return "toute la convention"
    return f"article {label}" if label[0].isdigit() or label.isupper() or label == "préliminaire" else label


def _counted(unit: str, rank: int, through: int | None) -> str:
    feminine = unit == "phrase"
    if through is not None:
        if rank < 0 and through == -1:
            return f"{-rank} {'dernières' if feminine else 'derniers'} {unit}s"
        return f"{unit}s {rank} à {through}"
    if rank > 0:
        return f"{unit} {rank}"
    last = "dernière" if feminine else "dernier"
    return f"{last} {unit}" if rank == -1 else f"avant-{last} {unit}"
