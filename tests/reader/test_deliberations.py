"""What délibérations and reports decide, and the parties of the convention that they speak of."""

from datetime import date

import pytest

from convenir.core.terms import Document
from convenir.core.terms.parties import ActKind, DeliberationAct, PartyClause, SignatureAuthority
from convenir.reader.outlining.blocks import outline
from convenir.reader.reading import read_text
from convenir.reader.wordings.parties.deliberations import deliberation

ACT = """COMMUNE DE VALBOURG

EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL

N° 2024-31

Séance du 4 avril 2024

Le conseil municipal de Valbourg s'est réuni sous la présidence de Mme Anne TISSIER, maire.

La convention qui vous est proposée serait passée entre la commune de Valbourg, la Caisse d'allocations familiales de
la Sorne (ci-après « la Caf ») et la Mutualité sociale agricole Sorne-Plaine. Le conseil d'administration de la Caf l'a
approuvée le 12 mars 2024.

Vu le code général des collectivités territoriales,

Le conseil municipal, après en avoir délibéré, {votes} :

APPROUVE la convention ;
AUTORISE Madame le maire à la signer.

Fait et délibéré à Valbourg, les jour, mois et an susdits.

Le maire,
Anne TISSIER

Acte transmis en préfecture le 8 avril 2024 et affiché le 9 avril 2024.
"""


def act(words: str) -> DeliberationAct:
    (found,) = deliberation(outline(words))
    return found


@pytest.mark.parametrize(
    ("votes", "counted", "unanimous"),
    [
        ("par 17 voix pour, 2 contre et 4 abstentions", (17, 2, 4), False),
        ("à la majorité (pour : onze ; contre : 1 ; abstention : 0)", (11, 1, 0), False),
        ("à l'unanimité", (None, None, None), True),
    ],
)
def test_the_votes(votes: str, counted: tuple[int | None, ...], unanimous: bool) -> None:
    found = act(ACT.format(votes=votes))
    assert (found.votes_for, found.votes_against, found.abstentions) == counted
    assert found.unanimous is unanimous


def test_the_act() -> None:
    found = act(ACT.format(votes="à l'unanimité"))
    assert (found.organ.lower(), found.number, found.adopted_on) == ("conseil municipal", "2024-31", date(2024, 4, 4))
    assert found.approves_text and found.authorises_signature
    assert (found.transmitted_on, found.published_on) == (date(2024, 4, 8), date(2024, 4, 9))


def test_a_draft_proves_neither_its_day_nor_its_votes() -> None:
    words = ACT.format(votes="à l'unanimité").replace("qui vous est proposée", "que je vous propose d'adopter")
    found = act(words)
    assert found.approves_text
    assert (found.adopted_on, found.unanimous, found.transmitted_on) == (None, False, None)


def test_the_parties_of_the_convention_told() -> None:
    terms = read_text(ACT.format(votes="à l'unanimité")).terms
    assert terms.document is Document.DELIBERATION
    assert [(party.key, party.name, party.short_name) for party in terms.every(PartyClause)] == [
        ("commune", "COMMUNE DE VALBOURG", ""),
        ("caf", "Caisse d'allocations familiales de la Sorne", "la Caf"),
        ("msa", "Mutualité sociale agricole Sorne-Plaine", ""),
    ]


def test_what_the_board_of_the_caf_has_decided() -> None:
    (found,) = read_text(ACT.format(votes="à l'unanimité")).terms.every(SignatureAuthority)
    assert (found.party, found.act, found.adopted_on) == ("caf", ActKind.DECISION, date(2024, 3, 12))


@pytest.mark.parametrize("following", ["Considérant l’intérêt de la convention,", "Vu le code,", "Le maire expose."])
def test_its_title_ends_where_its_grounds_begin(following: str) -> None:
    named = ACT.replace("N° 2024-31\n", f"N° 2024-31\n\nObjet : convention avec la Caf de la Sorne\n{following}\n")
    assert read_text(named).terms.title == "convention avec la Caf de la Sorne"


def test_its_title_may_go_on_with_the_next_line() -> None:
    named = ACT.replace("N° 2024-31\n", "N° 2024-31\n\nObjet : convention avec\nla Caf de la Sorne\n")
    assert read_text(named).terms.title == "convention avec la Caf de la Sorne"


@pytest.mark.parametrize(
    "decided",
    [
        "Après en avoir délibéré, à l’unanimité, décide d’approuver la convention et autorise le maire à la signer.",
        "Le conseil, après en avoir délibéré, à l’unanimité, décide :\n- d’approuver la convention ;\n"
        "- d’autoriser le président à la signer.",
        "Après en avoir délibéré, à l’unanimité, le conseil approuve la convention et autorise le maire à la signer.",
    ],
)
def test_a_short_act_decides_in_its_head(decided: str) -> None:
    head = "Le conseil municipal de Valbourg,\nséance du 4 avril 2024\nDélibération n° 2024-31\n"
    stamp = "\n\nTransmis en préfecture le 8 avril 2024 et publié le 9 avril 2024."
    terms = read_text(head + decided + stamp).terms
    assert terms.document is Document.DELIBERATION
    assert terms.title == ""
    (act,) = [term for term in terms.clauses if isinstance(term, DeliberationAct)]
    assert (act.number, act.adopted_on) == ("2024-31", date(2024, 4, 4))
    assert (act.approves_text, act.authorises_signature, act.unanimous) == (True, True, True)
    assert (act.transmitted_on, act.published_on) == (date(2024, 4, 8), date(2024, 4, 9))


@pytest.mark.parametrize(
    "words",
    [
        "à l’unanimité des suffrages exprimés,\nAPPROUVE les termes de la convention,\nAUTORISE le maire à la signer.",
        "Article 1 : La convention est approuvée.\nArticle 2 : Le maire est autorisé à la signer.",
    ],
)
def test_other_ways_of_approving(words: str) -> None:
    decided = act(ACT.replace("APPROUVE la convention ;\nAUTORISE Madame le maire à la signer.", words))
    assert (decided.approves_text, decided.authorises_signature) == (True, True)


def test_a_sitting_dated_in_letters() -> None:
    words = "L’an deux mille vingt-quatre, le quatre avril, le conseil municipal s’est réuni.\n"
    text = ACT.replace("Séance du 4 avril 2024\n", words).replace("les jour, mois et an susdits", "à Valbourg")
    assert act(text.format(votes="à l’unanimité")).adopted_on == date(2024, 4, 4)


# --- acts that refuse -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "REFUSE d'autoriser Madame le maire à signer la convention.",
        "REFUSE, après débat, d'autoriser Madame le maire à signer la convention.",
        "N'APPROUVE PAS la convention et n'autorise pas Madame le maire à la signer.",
        "DÉCIDE de ne pas approuver la convention et de ne pas autoriser Madame le maire à la signer.",
        "DÉCIDE de surseoir à l'approbation de la convention et à l'autorisation de la signer.",
        "REJETTE la convention.",
    ],
)
def test_an_act_that_refuses_authorises_nobody(words: str) -> None:
    text = ACT.format(votes="à la majorité").replace(
        "APPROUVE la convention ;\nAUTORISE Madame le maire à la signer.", words
    )
    reading = read_text(text)
    assert reading.terms.document is Document.DELIBERATION
    assert tuple(reading.terms.every(DeliberationAct)) == ()
    (found,) = (finding for finding in reading.findings if finding.about == "refused")
    assert found.sources


def test_an_amendment_turned_down_does_not_undo_what_is_adopted() -> None:
    text = ACT.format(votes="à la majorité").replace("APPROUVE la", "REJETTE l'amendement et approuve la")
    reading = read_text(text)
    assert [found.approves_text for found in reading.terms.every(DeliberationAct)] == [True]
    assert "refused" not in {finding.about for finding in reading.findings}


@pytest.mark.parametrize(
    ("votes", "counted"),
    [
        ("par vingt voix contre trois", (20, 3)),
        ("20 POUR – 3 CONTRE", (20, 3)),
        ("par 20 voix pour et 3 voix contre", (20, 3)),
    ],
)
def test_votes_on_one_line(votes: str, counted: tuple[int, int]) -> None:
    found = act(ACT.format(votes=votes))
    assert (found.votes_for, found.votes_against) == counted


def test_stamps_at_the_end_of_an_act_cut_nothing() -> None:
    text = ACT.format(votes="à l'unanimité").replace("Fait et délibéré à Valbourg, les jour, mois et an susdits.\n", "")
    text = text.rstrip(".\n") + "\nPour extrait conforme,\nLa présidente, Anne TISSIER\n"
    assert "cut-text" not in {finding.about for finding in read_text(text).findings}


def test_an_act_named_by_its_number_alone() -> None:
    text = (
        "DÉPARTEMENT DE LA SORNE\nCOMMISSION PERMANENTE\nDélibération CP-2024-19\n\nSéance du 14 octobre 2024\n\n"
        "La commission permanente décide d'approuver la convention départementale avec la Caf de la Sorne.\n"
    )
    terms = read_text(text).terms
    assert terms.document is Document.DELIBERATION
    assert [found.number for found in terms.every(DeliberationAct)] == ["CP-2024-19"]
