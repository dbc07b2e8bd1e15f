"""Laws that conventions often cite: their number, their day and the title under which they were published."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law, as the Journal officiel printed its title."""

    number: str
    signed_on: date
    title: str


LAWS = (
    Law(number="78-17", signed_on=date(1978, 1, 6), title="relative à l’informatique, aux fichiers et aux libertés"),
    Law(
        number="82-213",
        signed_on=date(1982, 3, 2),
        title="relative aux droits et libertés des communes, des départements et des régions",
    ),
    Law(
        number="83-8",
        signed_on=date(1983, 1, 7),
        title="relative à la répartition de compétences entre les communes, les départements, les régions et l’État",
    ),
    Law(
        number="98-657",
        signed_on=date(1998, 7, 29),
        title="d’orientation relative à la lutte contre les exclusions",
    ),
    Law(
        number="99-586",
        signed_on=date(1999, 7, 12),
        title="relative au renforcement et à la simplification de la coopération intercommunale",
    ),
    Law(
        number="2000-321",
        signed_on=date(2000, 4, 12),
        title="relative aux droits des citoyens dans leurs relations avec les administrations",
    ),
    Law(number="2002-2", signed_on=date(2002, 1, 2), title="rénovant l’action sociale et médico-sociale"),
    Law(number="2004-809", signed_on=date(2004, 8, 13), title="relative aux libertés et responsabilités locales"),
    Law(
        number="2005-102",
        signed_on=date(2005, 2, 11),
        title="pour l’égalité des droits et des chances, la participation et la citoyenneté des personnes handicapées",
    ),
    Law(number="2007-293", signed_on=date(2007, 3, 5), title="réformant la protection de l’enfance"),
    Law(
        number="2008-1249",
        signed_on=date(2008, 12, 1),
        title="généralisant le revenu de solidarité active et réformant les politiques d’insertion",
    ),
    Law(number="2010-1563", signed_on=date(2010, 12, 16), title="de réforme des collectivités territoriales"),
    Law(
        number="2014-58",
        signed_on=date(2014, 1, 27),
        title="de modernisation de l’action publique territoriale et d’affirmation des métropoles",
    ),
    Law(
        number="2014-173",
        signed_on=date(2014, 2, 21),
        title="de programmation pour la ville et la cohésion urbaine",
    ),
    Law(
        number="2015-991",
        signed_on=date(2015, 8, 7),
        title="portant nouvelle organisation territoriale de la République",
    ),
    Law(number="2016-297", signed_on=date(2016, 3, 14), title="relative à la protection de l’enfant"),
    Law(number="2018-493", signed_on=date(2018, 6, 20), title="relative à la protection des données personnelles"),
    Law(
        number="2022-217",
        signed_on=date(2022, 2, 21),
        title="relative à la différenciation, la décentralisation, la déconcentration et portant diverses mesures de "
        "simplification de l’action publique locale",
    ),
    Law(number="2023-1196", signed_on=date(2023, 12, 18), title="pour le plein emploi"),
)
