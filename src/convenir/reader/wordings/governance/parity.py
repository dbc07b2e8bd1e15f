"""How texts say that the parties of a body hold equal seats or votes, and how many each of them appoints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from convenir.reader.french.numbers import NUMBER, number
from convenir.reader.french.shapes import Shape

_STATED = Shape(
    r"\ba parite\b|\bparitaire(?:s|ment)?\b|\bparite\b|\bnombre egal\b"
    r"|\bautant de (?:representants?|membres?|sieges?|voix|elus?|administrateurs?|delegues?)|\ba egalite\b"
    r"|\bmoitie des (?:voix|sieges|membres)\b"
    r"|\bune? (?:representante?|voix|siege) par (?:institution|signataire|partie|partenaire)\b"
    r"|\bchacun(?:e|)\b[^.;]{0,40}\bdispose(?:nt)? d'une? (?:siege|voix)\b"
    r"|\bmeme nombre\b|\bnombre identique\b|\bpar moitie\b|\bpour moitie\b|\bmoitie-moitie\b|\ba parts? egales?\b"
    r"|\b(?:(?:chaque|toute) (?:partie|signataire|membre|institution|partenaire)|chacune?)\b[^.;]{0,40}?\b(?:pes\w+"
    r"|compt\w+ pour|a|ont|aura|ayant|dispos\w+|exprim\w+|detien\w+"
    r"|represent\w+) ?(?:d'|pour )?une (?:seule )?voix\b(?! consult)|\bmeme poids\b|\bd'un poids egal\b"
    r"|\ba raison d'une? (?:seule? )?(?:representante?|siege|voix|membre|delegue|elue?)\b(?! pour \d)"
    r"|\bnombre (?:de (?:sieges|voix|membres|representants) )?(?:est )?(?:identique|egal|equivalent|le meme)\b"
    r"|\by (?:ser\w+|sieg\w+|compt\w+|etre|sont) autant que\b|\bni plus,? ni moins\b"
    r"|\b(?:par|pour) parts? egales?\b|\b(?:sieges|voix|membres|representants),? (?:et )?l[ae] [a-z ]{3,30} d'autant\b"
    r"|\begalement repartie?s\b|\brepartie?s (?:egalement|a egalite|en nombre egal)"
)
_DENIED = Shape(
    r"\bparite (?:entre les)? ?(?:femmes?|hommes?|des sexes)|\bsans parite\b|\bn'est pas paritaire"
    r"|\bfinanc(?!eur)\w+|\bcouts?\b|\bdepenses?\b|\bfrais\b|\ba la charge\b"
)
# «huit sièges : quatre à la Ville…»: one of several has half of them.
_HALF = Shape(rf"({NUMBER}) (?:sieges|voix|membres) ?: ({NUMBER}) (?!ans)")
_SEAT = (
    r"(?:representante?s?|membres?|elue?s?|administrat(?:eur|rice)s?|sieges?|designee?s?|titulaires?|personnes?"
    r"|agents?|voix|delegue?e?s?|technicien(?:ne)?s?|cadres?|conseillers?|conseilleres?|mandataires?)"
)
_OF = r"(?:de la|de l'|du|des|a la|a l'|au|pour la|pour le|pour l'|par la|par le|par l')"
_SIDE = r"(?:parties?|signataires?|institutions?|partenaires?|collectivites?|communes|organismes?|employeurs?)"
_EACH = rf"chacune? des (?:({NUMBER}) )?(?:[a-z]+ )?{_SIDE}|(?:chaque|par) {_SIDE}"
_COUNTED = Shape(rf"({NUMBER}) {_SEAT}\b(?!,? (?:suppleant|et autant)| au (?:plus|total))")
_TOTAL = Shape(rf"{NUMBER} (?:representante?s?|membres?|sieges?|personnes?|voix)\b")
# «deux représentants de la Caf, deux de l'Agglomération»: the noun is not said again.
_SHORT = Shape(rf"(?:,|:|\bet|\bsavoir|\bdont|\bsoit) ({NUMBER}) {_OF} ")
_FOR_EACH = Shape(
    rf"({NUMBER}) {_SEAT}(?:[^.;,:0-9]{{0,40}}? (?:de|pour|par|a|designee?s par|issue?s de) (?:{_EACH}|chacune?\b)"
    rf"|,? chacune?\b| par {_SIDE})|\battribue ({NUMBER}) a chacune? des"
)
_EACH_HAS = Shape(
    r"\b(?:chacune?(?: d[a-z' ]{2,30})?|(?:chaque|toute) (?:partie|signataire|institution|partenaire)\b[a-z ]{0,20}),? "
    r"(?:[a-z']+ ){0,5}?(?:dispos\w+|design\w+|nomm\w+|delegu\w+|detien\w+|est represente\w*|compt\w+|a|ont"
    r"|mandate\w*) "
    rf"(?:(?:de|d'|par) ?)?({NUMBER}) {_SEAT}"
    rf"|\b(?:dispos|compt|design|nomm|delegu|envo|detien|mandat)\w+ chacune? (?:d(?:e |'))?({NUMBER}) {_SEAT}"
)
# «La Caf y délègue trois membres, la Ville trois»: the second verb and noun are left out.
_NAMES = r"(?:nomm|design|delegu|envo[iy]|mandat|choisi|dispos|detien|compt)\w+"
_AGAIN = Shape(
    rf"\b{_NAMES} (?:de )?({NUMBER})\b(?: {_SEAT})?(?:,| et|;|, et) (?:la |le |l'|les )[a-z -]{{2,40}}?,?"
    rf" (?:de )?({NUMBER}|autant|egalement|de meme)(?=[ ]?(?:$|[.,;:)]))"
)
# «quatre désignés par la Caf, les quatre autres par la commune»
_OTHERS = Shape(rf"\b({NUMBER}) (?:(?!dont )[^.;,]){{3,60}},? (?:et )?les ({NUMBER}) autres\b")
_AND_MORE = Shape(rf" et {NUMBER} {_SEAT}(?=[ ]?(?:$|[.,;]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Equal sides. `seats` is how many members each party appoints, where the words say it."""

    seats: int | None = None


def parity(plain: str) -> Sides | None:
    """Whether seats or votes are equal, in words or by equal numbers; None where they are not, or are not told.

    >>> parity("forme, a parite, d'elus et d'agents"), parity("il comprend trois elus et trois administrateurs")
    (Sides(seats=None), Sides(seats=3))
    >>> parity("trois representants de chacun des quatre signataires"), parity("chaque partie y delegue deux membres")
    (Sides(seats=3), Sides(seats=2))
    >>> parity("il compte six sieges : trois a la ville, deux a la caf et un a la msa")
    Sides(seats=None)
    >>> parity("douze membres, a savoir six designes par le departement et six designes par la caf").seats
    6
    >>> parity("la caf y delegue trois membres, la ville trois"), parity("chaque membre y pese une voix")
    (Sides(seats=3), Sides(seats=None))
    >>> parity("il se compose de huit membres, a savoir quatre pour la caf et quatre pour la ville et le ccas").seats
    4
    >>> parity("il comprend trois elus et deux administrateurs de la caf"), parity("il comprend dix membres")
    (None, None)
    """
    if _DENIED.search(plain):
        return None
    seats = _alike(plain)
    seats = seats or _again(plain)
    if seats or _STATED.search(plain) or _has_half(plain):
        return _for_each(plain) or Sides(seats=seats)
    return _for_each(plain)


def _for_each(plain: str) -> Sides | None:
    """The seats of each, where the words say «chacun»; none where another number follows for somebody else."""
    found = _FOR_EACH.search(plain) or _EACH_HAS.search(plain)
    if found is None:
        return None
    if _COUNTED.search(plain, found.end()):
        # «chacune délègue un élu et un technicien»
        more = _EACH_HAS.search(plain) is not None and _AND_MORE.match(plain, found.end()) is not None
        return Sides() if more else None
    # «deux élus et un technicien par partie»: equal, but more than the last number.
    alone = _COUNTED.search(plain, 0, found.start()) is None
    written = next(group for group in found.groups() if group)
    return Sides(seats=number(written) if alone else None)


def _again(plain: str) -> int | None:
    """The number of seats of each of two sides, where it is said again without its noun."""
    for shape in (_AGAIN, _OTHERS):
        found = shape.search(plain)
        if found and number(found[2]) in (None, number(found[1])):
            return number(found[1])
    return None


def _alike(plain: str) -> int | None:
    """The number of seats of each side, where the words count them one by one and all are the same."""
    counts = list(_counts(plain))
    if len(counts) > 2 and counts[0] == sum(counts[1:]) and _TOTAL.search(plain):
        counts = counts[1:]
    same = len(counts) > 1 and len(set(counts)) == 1
    return counts[0] if same and counts[0] > 1 else None


def _counts(plain: str) -> Iterator[int]:
    """The numbers of seats; «un élu de chacune des trois collectivités» are three."""
    found = [(match.start(), match) for match in _COUNTED.finditer(plain)]
    if not found:
        return
    found += [(match.start(1), match) for match in _SHORT.finditer(plain, found[0][0])]
    for _, match in sorted(found, key=lambda one: one[0]):
        count = number(match[1])
        several = re.match(rf"[^.;,]{{0,40}}? chacune? des ({NUMBER})", plain[match.end() :])
        if count:
            yield count * ((number(several[1]) or 1) if several else 1)


def _has_half(plain: str) -> bool:
    half = _HALF.search(plain)
    return half is not None and number(half[1]) == 2 * (number(half[2]) or 0)
