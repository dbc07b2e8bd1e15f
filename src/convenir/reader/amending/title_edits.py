"""How an avenant says that the title of an article or annex is reworded."""

import re
from collections.abc import Iterator

from convenir.reader.amending.aims import Aims
from convenir.reader.amending.edits import Edit, TitleReplaced
from convenir.reader.amending.quotes import Q
from convenir.reader.amending.statements import Told

_NOW = r"(?:desormais|dorenavant|maintenant)\s+"
_TITLED = re.compile(
    rf"\b(?:est|sera)\s+(?:(?:{_NOW})?(?:re)?intitulee?|{_NOW}(?:de)?nommee?)\s*:?\s*(?P<new>{Q})"
    rf"|\b(?:intitule|titre)\s+(?:devient|est\s+{_NOW}|est\s+le\s+suivant)\s*:?\s*(?P<become>{Q})"
    rf"|\bprend\s+(?:pour|comme)\s+(?:titre|intitule)\s*:?\s*(?P<taken>{Q})"
)


def title_edits(told: Told, aims: Aims) -> Iterator[Edit]:
    """The titles that a statement gives anew; the rest of the statement may change the words under them."""
    for found in told.every(_TITLED):
        targets = [target for target in aims.at(found.start()) if target.article]
        if len(targets) != 1:
            continue
        told.strike(found.span())
        named = next(name for name in ("new", "become", "taken") if found[name])
        new = told.quoted(*found.span(named))
        yield TitleReplaced(target=targets[0], new=new, source=told.source)
