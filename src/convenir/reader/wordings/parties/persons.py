"""Persons in clauses and signature blocks: how a name is written, how an office is, and which goes with which."""

import re
from collections.abc import Iterator

from convenir.core.terms.parties import Signatory
from convenir.reader.french.words import flat, tidy

_CIVILITY = r"(?:Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|MM?\.|Mr\.?|Mmes?\.?|Mlle\.?|Me|Dr|Docteur)"
_PARTICLE = r"(?:de|du|des|d['’]|le|la|van|von|ben|el)"
# Only an initial or a short form has a full stop: «J. Durand», «Ph. Roux»; after a whole name the sentence ends.
_WORD = r"(?:(?:[DLO]['’])?[A-ZÀ-ÖØ-Þ](?:\w?\.|[\w'’-]*))"
_NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s*)?{_WORD}){{0,4}}"
_TITLED = re.compile(rf"\b{_CIVILITY}\s+(?!Maire|Pr[ée]sident|Directeur|Directrice)(?P<name>{_NAME})")
_BARE = re.compile(rf"^(?P<name>{_WORD}(?:\s+(?:{_PARTICLE}\s*)?{_WORD}){{1,4}})$")

_OFFICE = re.compile(
    r"\b(?:vice[- ]?)?president(?:e)?s?\b|\bdirect(?:eur|rice)s?\b|\bmaires?\b|\badjointe?s?\b|\bprefete?\b|"
    r"\bsecretaire generale?\b|\brepresentante?\b|\bdeleguee?\b|\bconseill(?:er|ere) (?:municipal|departemental|"
    r"delegue)|"
    r"\badministrat(?:eur|rice)\b|\bresponsable\b|\bsous-prefete?\b|\brect(?:eur|rice)\b|\bco-?president(?:e)?s?\b|"
    r"\btresori(?:er|ere)\b|\bsecretaire\b|\bprincipale?\b|\bproviseure?\b|\binspect(?:eur|rice)\b|\bgerante?\b|"
    r"\bchef(?:fe)?\s+d|\bchargee?\s+d|\bcoordinat(?:eur|rice)\b|\bdoyenn?e?\b|\bpresidence\b|\belue?\b"
)
_ORGANISATION = re.compile(
    r"\b(?:caisse|caf|cnaf|msa|commune|communaute|ville|departement|conseil|metropole|convention|partie|region|"
    r"syndicat|"
    r"partenaire|signataire|collectivite|annexe|bulletin|adhesion|formulaire|tableau|projet|programme|exemplaire"
    r"|page|cachet|signature|fait|pour|directeur|president)\b"
)
_JOINT = re.compile(r"\s*(?:,|;|(?<!-)\bet\b(?!-)|\bpar\b|\b(?:en\s+)?(?:qualite|fonction)\s*:)\s*")
# After it, name and office may stand in the other order.
_NEXT_ONE = re.compile(r"\s*[,;]?\s*\bet\s+par\b\s*")
_LEADING = re.compile(
    r"^(?:(?:et|par|agissant|en\s+(?:sa\s+|leur\s+)?qualite\s+de|en\s+tant\s+que|es\s+qualites?\s+de|madame|"
    r"monsieur|mme|m\.|"
    r"que|le|la|les|son|sa|ses|leur|ainsi)\s+|l'|d')+"
)
_TRAILING = re.compile(r"\s*(?:en exercice|dument .*|habilitee? .*|autorisee? .*|ou son representant)\s*$")


def is_office(words: str) -> bool:
    """Whether the words name an office («la présidente du conseil d'administration»)."""
    return bool(_OFFICE.search(flat(words)))


def person(words: str) -> str:
    """The name of a person, without civility; empty where the words are no name.

    >>> person("Madame Rose ARTAUD"), person("M. Paul Le Goff"), person("Élise D’Aubry"), person("la commune de Vaux")
    ('Rose ARTAUD', 'Paul Le Goff', 'Élise D’Aubry', '')
    """
    plain = tidy(words).strip(" .,;:-*")
    titled = _TITLED.search(plain)
    if titled:
        return titled["name"].strip(" .")
    bare = _BARE.match(plain)
    if bare is None or is_office(plain) or _ORGANISATION.search(flat(plain)):
        return ""
    return bare["name"].strip(" .")


def office(words: str) -> str:
    """The office that the words name, without article nor «en exercice»; empty where they name none.

    >>> office("et par son Directeur"), office("le Président en exercice"), office("sa Maire"), office("Rose ARTAUD")
    ('Directeur', 'Président', 'Maire', '')
    """
    plain = tidy(words).strip(" .,;:-*")
    if not is_office(plain):
        return ""
    plain = plain[: len(plain) - len(_last(flat(plain)))]
    begin = _LEADING.match(flat(plain))
    return plain[begin.end() if begin else 0 :].strip(" ,")


def _last(plain: str) -> str:
    trailing = _TRAILING.search(plain)
    return trailing[0] if trailing else ""


def signatories(words: str) -> Iterator[Signatory]:
    """Who represents a party, after «représentée par»: names and offices in either order.

    >>> found = signatories("la présidente de son conseil, Mme Rose ARTAUD et par son directeur Luc PIN")
    >>> [(one.name, one.capacity) for one in found]
    [('Rose ARTAUD', 'présidente de son conseil'), ('Luc PIN', 'directeur')]
    >>> [(one.name, one.capacity) for one in signatories("Anne Roux, son maire")]
    [('Anne Roux', 'maire')]
    >>> [(one.name, one.capacity) for one in signatories("sa maire, Mme Rose ARTAUD. Le conseil l’a autorisée")]
    [('Rose ARTAUD', 'maire')]
    >>> [(one.name, one.capacity) for one in signatories("son Président en exercice")]
    [('', 'Président')]
    """
    plain, begin = flat(words), 0
    told: list[list[tuple[str, str]]] = []
    for cut in [*_NEXT_ONE.finditer(plain), None]:
        told.append(list(_tokens(words[begin : cut.start() if cut else len(words)])))
        begin = cut.end() if cut else begin
    named = any(name for tokens in told for name, _ in tokens)
    for tokens in told:
        if named:
            yield from _paired(tokens)
            continue
        yield from (Signatory(name="", capacity=held) for _, held in tokens if held)


def _paired(tokens: list[tuple[str, str]]) -> Iterator[Signatory]:
    """The persons, each with the office beside the name."""
    office_first = bool(tokens and tokens[0][1])
    waiting: list[tuple[str, str]] = []
    for name, held in tokens:
        if not waiting or bool(waiting[-1][0]) == bool(name) or (waiting[-1][0] and office_first):
            yield from _whole(waiting)
            waiting = [(name, held)]
        else:
            yield from _whole([(name or waiting[-1][0], held or waiting[-1][1])])
            waiting = []
    yield from _whole(waiting)


def _whole(waiting: list[tuple[str, str]]) -> Iterator[Signatory]:
    yield from (Signatory(name=name, capacity=held) for name, held in waiting if name)


def _tokens(words: str) -> Iterator[tuple[str, str]]:
    """Names and offices in order, one to a pair whose other side is empty."""
    plain = tidy(words)
    place = 0
    for piece in [*_JOINT.split(flat(plain)), ""]:
        at = flat(plain).find(piece, place)
        chunk = plain[at : at + len(piece)]
        place = at + len(piece)
        titled = _TITLED.search(chunk)
        before = chunk[: titled.start()] if titled else chunk
        if titled is None and person(chunk):
            yield person(chunk), ""
            continue
        mixed = None if titled else _mixed(chunk)
        if mixed:
            yield "", office(mixed[0])
            yield mixed[1], ""
            continue
        if office(before):
            yield "", office(before)
        if titled:
            yield titled["name"].strip(" ."), ""
            if office(chunk[titled.end() :]):
                yield "", office(chunk[titled.end() :])


def _mixed(chunk: str) -> tuple[str, str] | None:
    """An office and, without comma nor civility, the name after it: «son directeur Luc PIN»."""
    found = re.search(rf"(?P<office>.*\b[a-zà-ÿ]{{3,}})\s+(?P<name>{_WORD}\s+[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’-]+)$", chunk)
    if found and is_office(found["office"]) and person(found["name"]):
        return found["office"], found["name"]
    return None
