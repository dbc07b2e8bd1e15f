"""A short convention whose article and annex disagree on the secretariat, and what makes a dossier of it."""

from uuid import UUID

from tests.dossiers import AT, People

from convenir.access.context import acting_as
from convenir.access.deposited import DepositedText
from convenir.access.roles import Actor, Verb
from convenir.access.texts import text
from convenir.core.terms.parties import PartyKind
from convenir.usecases import texts
from convenir.usecases.texts import Confirmation, OtherParty, Upload

CONTRADICTORY = """CONVENTION TERRITORIALE GLOBALE

Entre

La Caisse d'allocations familiales de l'Essai, représentée par sa directrice, d'une part,

Et

La Ville de Bourg-Essai, représentée par son maire, d'autre part,

il est convenu ce qui suit.

Article 1 - Pilotage
Un comité de pilotage est créé. Il se réunit deux fois par an.
La Caf assure le secrétariat du comité de pilotage.

Article 2 - Durée
La présente convention est conclue du 1er janvier 2021 au 31 décembre 2024.

Article 3 - Résiliation
Chaque partie peut dénoncer la convention, sous réserve d'un préavis de trois mois.

Fait à Bourg-Essai, le 15 février 2021.

Annexe 1 - Fonctionnement du comité de pilotage
La Ville assure le secrétariat du comité de pilotage.
"""
FORM = "form"
AGREED = Confirmation(
    title="CTG de Bourg-Essai",
    house_party="caf",
    others=(OtherParty(key="commune", name="Commune de Bourg-Essai", kind=PartyKind.MUNICIPALITY),),
    assumed_signatures=False,
    token=FORM,
)


def received(who: People, words: str, name: str = "ctg.txt") -> UUID:
    """The text, deposited by the adviser."""
    return texts.receive(Upload(name=name, data=words.encode(), token=name), by=who.adviser, at=AT)


def seen(actor: Actor, pk: UUID) -> DepositedText:
    """The text as that person sees it."""
    with acting_as(actor):
        return text(actor, pk, to=Verb.READ)
