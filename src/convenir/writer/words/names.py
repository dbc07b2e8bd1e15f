"""How parties, bodies, delays and places of a text are called."""

from convenir.core import naming
from convenir.core.delays import Between, Day, Days, Delay, Months
from convenir.core.naming import BODIES, capital, is_feminine, of, of_the, the, to
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.writer.french_dates import MONTHS, day

__all__ = [
    "BODIES",
    "agreed",
    "article_short",
    "article_words",
    "body_name",
    "capital",
    "day_words",
    "delay_words",
    "is_feminine",
    "listed",
    "of",
    "of_the",
    "party_name",
    "sentence_case",
    "the",
    "to_the",
    "with_article",
]

# How the text of a report names itself in sources, and the words outside any article.
REPORT = "report"
PLACES = {
    "visas": "visas",
    "parties": "désignation des parties",
    "préambule": "préambule",
    "signatures": "bloc de signature",
    "titre": "titre",
    "préliminaire": "article préliminaire",
}


def party_name(key: str, terms: Terms | None = None) -> str:
    """The name of a party in a sentence.

    >>> party_name("departement"), party_name("commune-2")
    ('le Département', 'la commune')
    """
    return naming.party_name(terms or Terms(), key)


def body_name(key: str, terms: Terms | None = None) -> str:
    """The name of a body as the text gives it, in the singular.

    >>> body_name("copil")
    'comité de pilotage'
    """
    return naming.body_name(terms or Terms(), key)


ARTICLES = ("le ", "la ", "les ", "l’", "l'", "un ", "une ", "des ", "ses ", "son ", "sa ")
FEMININE_THINGS = ("base ", "liste ", "synthèse", "fiche", "note ", "cartographie", "série", "photographie")
PLURAL = ("données", "statistiques", "indicateurs", "informations", "chiffres")


def with_article(words: str) -> str:
    """A thing with its article, unless it has one.

    >>> with_article("socle de données"), with_article("données statistiques"), with_article("un jeu de données")
    ('le socle de données', 'les données statistiques', 'un jeu de données')
    """
    if words.startswith(ARTICLES):
        return words
    if words.startswith(FEMININE_THINGS):
        return f"la {words}"
    return f"les {words}" if words.startswith(PLURAL) else the(words)


def sentence_case(title: str) -> str:
    """A title as one writes it in a sentence of its own: not all in capitals, and with a first one.

    >>> sentence_case("DÉCISION DU CONSEIL"), sentence_case("fiches d’action")
    ('Décision du conseil', 'Fiches d’action')
    """
    return title.capitalize() if title.isupper() else capital(title)


def agreed(participle: str, name: str) -> str:
    """A participle that agrees with the name of a body, in the singular.

    >>> agreed("tenu", "comité de pilotage"), agreed("tenu", "rencontre trimestrielle")
    ('tenu', 'tenue')
    """
    return f"{participle}e" if is_feminine(name) else participle


def to_the(name: str) -> str:
    """«au comité de pilotage», «à la rencontre trimestrielle»."""
    return to(the(name))


def article_words(source: Source) -> str:
    """Where words stand, in a sentence.

    >>> article_words(Source(text="convention", article="6", paragraph=2))
    'article 6, alinéa 2'
    >>> article_words(Source(text="convention", article="annexe 3"))
    'annexe 3'
    >>> article_words(Source(text="report", article="texte", paragraph=98))
    'rapport, alinéa 98'
    """
    if source.article in PLACES:
        return PLACES[source.article]
    if source.article.startswith("annexe"):
        return source.article
    paragraph = f", alinéa {source.paragraph}" if source.paragraph else ""
    if source.article in ("", "texte"):
        return ("rapport" if source.text == REPORT else "texte") + paragraph
    if not source.article[:1].isalnum():
        return "texte"
    if not (source.article[0].isdigit() or source.article.isupper() or len(source.article) <= 4):
        return source.article
    return f"article {source.article}{paragraph}"


def article_short(source: Source) -> str:
    """The same for the edge of a row.

    >>> article_short(Source(text="convention", article="6", paragraph=2))
    'art. 6, al. 2'
    """
    return article_words(source).replace("article ", "art. ").replace("alinéa ", "al. ")


def delay_words(delay: Delay) -> str:
    """A delay as one says it.

    >>> delay_words(Months(count=3)), delay_words(Days(count=1))
    ('3 mois', '1 jour')
    """
    if isinstance(delay, Months):
        return f"{delay.count} mois"
    unit = "jour" if isinstance(delay, Days) else "an"
    return f"{delay.count} {unit}{'s' if delay.count > 1 else ''}"


def day_words(on: Day) -> str:
    """A day, or the month or year that one only knows.

    >>> day_words(Between.month(2008, 3)), day_words(Between.year(2021))
    ('mars 2008', '2021')
    """
    if not isinstance(on, Between):
        return day(on)
    if on.earliest.month == on.latest.month:
        return f"{MONTHS[on.earliest.month - 1]} {on.earliest.year}"
    return str(on.earliest.year)


def listed(names: list[str]) -> str:
    """«la Caf et la commune»."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} et {names[-1]}"
