"""How parties, bodies, delays and places of a text are called."""

from collections.abc import Iterable
from decimal import Decimal

from convenir.core import naming
from convenir.core.delays import Between, Day, Days, Delay, Months
from convenir.core.naming import BODIES, capital, is_feminine, of, of_the, the, to
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.writer.french_dates import MONTHS, day, number

__all__ = [
    "BODIES",
    "about_text",
    "agreed",
    "amendment_name",
    "annex_name",
    "article_short",
    "article_words",
    "body_name",
    "capital",
    "day_words",
    "delay_words",
    "euros",
    "figure",
    "is_feminine",
    "joined",
    "listed",
    "of",
    "of_the",
    "parties_name",
    "party_name",
    "sentence_case",
    "the",
    "to",
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


def parties_name(keys: Iterable[str], terms: Terms | None = None) -> str:
    """Several parties in a sentence.

    >>> parties_name(("caf", "commune"))
    'la Caf et la commune'
    """
    return listed([party_name(key, terms) for key in keys])


def amendment_name(key: str) -> str:
    """An avenant as facts name it, in a sentence.

    >>> amendment_name("avenant-1"), amendment_name("Avenant de prolongation")
    ('avenant n° 1', 'avenant « Avenant de prolongation »')
    """
    return naming.amendment_name(key)


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
    >>> article_words(Source(text="avenant-1", article="2"))
    'article 2 de l’avenant n° 1'
    """
    place = _place_words(source)
    return f"{place} de l’{amendment_name(source.text)}" if source.text.startswith("avenant") else place


def _place_words(source: Source) -> str:
    """Where words stand in their own text."""
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


def joined(*parts: str) -> str:
    """The parts that say something, with commas.

    >>> joined("chaque partie", "", "préavis de 3 mois")
    'chaque partie, préavis de 3 mois'
    """
    return ", ".join(part for part in parts if part)


def about_text(amendment: str) -> str:
    """What an act is about, after its own words; nothing for the convention itself.

    >>> about_text("avenant-1"), about_text("")
    (', pour l’avenant n° 1', '')
    """
    return f", pour l’{amendment_name(amendment)}" if amendment else ""


def annex_name(label: str) -> str:
    """An annex by its number; one without number, by its title.

    >>> annex_name("3"), annex_name("Liste des équipements")
    ('annexe 3', 'annexe « Liste des équipements »')
    """
    is_number = label[:1].isdigit() or len(label) <= len("III")
    return f"annexe {label}" if is_number else f"annexe « {label} »"


def figure(value: Decimal) -> str:
    """A value with the decimals that it was given.

    >>> figure(Decimal("12.50")), figure(Decimal("3"))
    ('12,50', '3')
    """
    return number(value, max(0, -int(value.as_tuple().exponent)))


def euros(amount: Decimal) -> str:
    """An amount of money, to the cent unless it is whole.

    >>> euros(Decimal("412.50")), euros(Decimal("900.00"))
    ('412,50 €', '900 €')
    """
    return f"{number(amount, 0 if amount == amount.to_integral_value() else 2)} €"
