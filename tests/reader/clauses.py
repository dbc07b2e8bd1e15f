"""A convention of our own around one clause, to read that clause as it stands in a whole text."""

from convenir.core.terms import Term
from convenir.reader.reading import read_text

CONVENTION = """CONVENTION TERRITORIALE GLOBALE

Entre :

La Caisse d'allocations familiales de la Sorne, représentée par son directeur, M. Paul Aubin,
ci-après dénommée « la Caf »,

Et

La commune de Valbourg, représentée par son maire, Mme Anne Tissier, ci-après dénommée « la commune »,

Il est convenu ce qui suit :

Article 1 : Objet
La présente convention organise la coopération des parties.

Article 2 : {title}
{words}

Article 3 : Confidentialité
Les parties sont tenues au secret professionnel.

Fait à Valbourg, le 3 mars 2022
"""


def terms_of(title: str, words: str) -> tuple[Term, ...]:
    """The terms of a convention whose article 2 has that title and those words."""
    return read_text(CONVENTION.format(title=title, words=words)).terms.clauses
