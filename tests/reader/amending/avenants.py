"""A convention of our own and the frame of an avenant to it: tests write the articles of the avenant."""

from convenir.reader.amending.amendment import AmendmentReading, amendment_of
from convenir.reader.amending.edits import Edit
from convenir.reader.amending.instructions import edits
from convenir.reader.amending.provisions import avenant as laid_out
from convenir.reader.outlining.blocks import outline
from convenir.reader.reading import Reading, read_text

PARTIES = """Entre :

La Caisse d'allocations familiales de la Sorne, représentée par son directeur, M. Paul Aubin,
ci-après dénommée « la Caf »,

Et

La commune de Valbourg, représentée par son maire, Mme Anne Tissier, ci-après dénommée « la commune »,
"""

CONVENTION = f"""CONVENTION TERRITORIALE GLOBALE

{PARTIES}
Il est convenu ce qui suit :

Article 1 : Objet
La présente convention organise la coopération des parties.

Article 2 : Gouvernance
Le comité de pilotage est composé à parité de membres désignés par la Caf et par la commune.
Il se réunit une fois par an. Le secrétariat est assuré par la Caf.

Article 3 : Échanges de données
Les parties se communiquent des données statistiques.
Aucune donnée ne porte sur moins de cinq allocataires.

Article 4 : Durée
La présente convention est conclue du 1er janvier 2022 au 31 décembre 2025.

Article 5 : Résiliation
Chaque partie peut dénoncer la convention, moyennant un préavis de trois mois, par lettre recommandée avec accusé \
de réception.
Aucune indemnité n'est due.

Article 6 : Avenants
Toute modification fait l'objet d'un avenant, qui précise les modifications apportées à la convention et à ses annexes.

Fait à Valbourg, le 3 mars 2022, en deux exemplaires originaux.

Annexe 1 : Plan d'actions
Ouvrir un relais petite enfance en 2023.

Annexe 2 : Équipements
Multi-accueil Les Lutins.
"""

AVENANT = """AVENANT N° 1
À LA CONVENTION TERRITORIALE GLOBALE DU {day}

{parties}
Il est convenu ce qui suit :

Article 1 : Objet de l'avenant
Le présent avenant modifie la convention.

Article 2 : {title}
{words}

Article 3 : Prise d'effet
Le présent avenant prend effet le 1er janvier 2024. Les autres articles demeurent inchangés.

Fait à Valbourg, le 20 novembre 2023, en deux exemplaires.
{joined}"""


def base() -> Reading:
    """The convention, read."""
    return read_text(CONVENTION)


def avenant(words: str, *, title: str = "Modification", joined: str = "", day: str = "3 MARS 2022") -> str:
    """The text of an avenant whose article 2 has that title and those words."""
    return AVENANT.format(title=title, words=words, joined=joined, day=day, parties=PARTIES)


def amended(words: str, *, title: str = "Modification", joined: str = "") -> AmendmentReading:
    """The reading of that avenant against the convention."""
    return amendment_of(base(), read_text(avenant(words, title=title, joined=joined)))


def told(words: str, title: str = "Modification", joined: str = "") -> tuple[Edit, ...]:
    """The edits of an avenant whose article 2 has these words."""
    return edits(laid_out(outline(avenant(words, title=title, joined=joined))))


def only(words: str, title: str = "Modification", joined: str = "") -> Edit:
    """The only edit that these words tell."""
    found = told(words, title, joined)
    assert len(found) == 1, found
    return found[0]
