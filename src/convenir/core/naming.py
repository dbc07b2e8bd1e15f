"""How a party, a body and a day are named in French, with the articles that their names take."""

import re
from datetime import date
from decimal import Decimal

from convenir.core.terms import Terms
from convenir.core.terms.governance import Committee
from convenir.core.terms.parties import PartyClause

PARTIES = {
    "caf": "la Caf",
    "commune": "la commune",
    "epci": "l’intercommunalité",
    "departement": "le Département",
    "msa": "la MSA",
    "etat": "l’État",
    "syndicat": "le syndicat",
    "partie": "l’autre partie",
}
# Bodies as facts name them; the name in the text is preferred.
BODIES = {"copil": "comité de pilotage", "cotech": "comité technique", "suivi": "comité de suivi"}
FEMININE = ("rencontre", "réunion", "instance", "commission", "conférence", "assemblée", "cellule", "équipe")
VOWELS = "aeiouéèêh"
SINGULARS = {
    "comités": "comité",
    "techniques": "technique",
    "opérationnels": "opérationnel",
    "thématiques": "thématique",
    "commissions": "commission",
    "groupes": "groupe",
}


def kind_of(key: str) -> str:
    """The kind of party that a key names: a second commune is «commune-2»."""
    return key.rstrip("-0123456789")


def party_name(terms: Terms, key: str) -> str:
    """The party in a sentence: by its kind, or by its name in the text where two are of that kind.

    >>> party_name(Terms(), "departement"), party_name(Terms(), "commune-2")
    ('le Département', 'la commune')
    """
    clauses = list(terms.every(PartyClause))
    alike = [clause for clause in clauses if kind_of(clause.key) == kind_of(key)]
    if kind_of(key) in PARTIES and len(alike) < 2:
        return PARTIES[kind_of(key)]
    clause = next((clause for clause in alike if clause.key == key), None)
    if clause is None:
        return PARTIES.get(kind_of(key), key)
    name = clause.name
    return name[:1].casefold() + name[1:] if name.startswith(("La ", "Le ", "L’", "L'")) else name


def amendment_name(key: str) -> str:
    """An avenant as facts name it, in a sentence.

    >>> amendment_name("avenant-1"), amendment_name("Avenant de prolongation"), amendment_name("avenant")
    ('avenant n° 1', 'avenant « Avenant de prolongation »', 'avenant')
    """
    numbered = re.fullmatch(r"avenant[- ](\d+)", key)
    if key == "avenant":
        return key
    return f"avenant n° {numbered[1]}" if numbered else f"avenant « {key} »"


def body_name(terms: Terms, key: str) -> str:
    """The body by its name in the text, in the singular and without its article.

    >>> body_name(Terms(), "copil"), body_name(Terms(), "rencontre-trimestrielle")
    ('comité de pilotage', 'rencontre trimestrielle')
    """
    named = next((clause.name for clause in terms.every(Committee) if clause.body == key and clause.name), "")
    name = named or BODIES.get(key, key.replace("-", " "))
    words = name.split()
    if words and words[0].casefold() in SINGULARS:
        name = " ".join(SINGULARS.get(word.casefold(), word) for word in words)
    return name[:1].casefold() + name[1:] if name[1:2].islower() else name.casefold()


def the_bodies(terms: Terms, key: str) -> str:
    """The body with its article, in the plural where the text sets up several («les comités techniques»)."""
    named = next((clause.name for clause in terms.every(Committee) if clause.body == key and clause.name), "")
    several = named.split() and named.split()[0].casefold() in SINGULARS
    return f"les {named[:1].casefold()}{named[1:]}" if several else the(body_name(terms, key))


def is_feminine(name: str) -> bool:
    """Whether the name of a body is feminine.

    >>> is_feminine("instance de concertation"), is_feminine("comité technique")
    (True, False)
    """
    return name.startswith(FEMININE)


def the(name: str) -> str:
    """A name with its definite article.

    >>> the("comité de pilotage"), the("instance"), the("rencontre trimestrielle")
    ('le comité de pilotage', 'l’instance', 'la rencontre trimestrielle')
    """
    if name[:1].casefold() in VOWELS:
        return f"l’{name}"
    return f"la {name}" if is_feminine(name) else f"le {name}"


def of_the(name: str) -> str:
    """«du comité de pilotage», «de la rencontre trimestrielle».

    >>> of_the("comité de pilotage"), of_the("instance")
    ('du comité de pilotage', 'de l’instance')
    """
    return of(the(name))


def of(words: str) -> str:
    """Words that begin with an article, after «de».

    >>> of("le Département"), of("la Caf"), of("l’État")
    ('du Département', 'de la Caf', 'de l’État')
    """
    return f"du {words[3:]}" if words.startswith("le ") else f"de {words}"


def to(words: str) -> str:
    """Words that begin with an article, after «à».

    >>> to("le Département"), to("la Caf")
    ('au Département', 'à la Caf')
    """
    return f"au {words[3:]}" if words.startswith("le ") else f"à {words}"


def capital(sentence: str) -> str:
    """The same sentence with a capital, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]


def day_name(day: date) -> str:
    """A day in figures, as in a French letter.

    >>> day_name(date(2017, 3, 1))
    '01/03/2017'
    """
    return f"{day:%d/%m/%Y}"


def euros(amount: Decimal) -> str:
    """An amount to the cent, as a French account writes it: spaces that do not break a line.

    >>> euros(Decimal("412350")).replace("\u202f", "_").replace("\u00a0", "_")
    '412_350,00_€'
    """
    return f"{amount:,.2f}\u00a0€".replace(",", "\u202f").replace(".", ",")
