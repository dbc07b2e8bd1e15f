"""How texts say that each party names a contact, and for what."""

from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, tidy

_CONTACT = r"(?:referente?s?|interlocut(?:eur|rice)s?|correspondante?s?|points? de contact)"
_NAMED = Shape(
    rf"\b{_CONTACT} (?:[\w']+ )?(?:est|sont|sera|seront) (?:designe|nomme|identifie)"
    rf"|\b(?:designe\w*|nomme\w*|identifie\w*)\b[^.;]{{0,40}}\b(?:un|une|des|son|leurs?) (?:\w+ )?{_CONTACT}"
    r"|\bune? referente? [^.;,]{2,40} et une? referente? |\bdeux referents\b"
)
_PURPOSE = Shape(
    rf"\b{_CONTACT}\b[^.;]{{0,60}}?\b(?:pour|en charge d(?:e|u|es)|chargee?s? d(?:e|u|es)) (?P<what>(?!l[ae] caf\b|\d"
    r"|chaque|chacun|toute? la|une? (?:an|duree|periode))[^.;,]{4,80})"
)
# What is not for a matter of its own: the contact follows the whole convention.
_WHOLE = Shape(r"\b(?:convention|partenariat|charte|ctg)\b")


def named(words: str) -> bool:
    """Whether each party names a contact.

    >>> named("chaque partie designe un referent"), named("le referent de la famille est informe")
    (True, False)
    """
    return _NAMED.search(words) is not None


def purpose(line: str) -> str:
    """What the contact is for, in the words of the text; empty where it is the convention as a whole.

    >>> purpose("Chaque partie désigne un référent pour les échanges de données.")
    'les échanges de données'
    >>> purpose("Chaque partie désigne un référent chargé du suivi de la convention.")
    ''
    """
    plain = flat(line)
    found = _PURPOSE.search(plain)
    if found is None or _WHOLE.search(found["what"]):
        return ""
    return tidy(line[slice(*found.span("what"))])
