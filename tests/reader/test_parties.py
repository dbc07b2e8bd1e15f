"""Parties, those who sign for them, the acts that authorise them and the closing formulas, in many layouts."""

from datetime import date

import pytest

from convenir.core.delays import Between
from convenir.core.terms import Document
from convenir.core.terms.parties import Formalities, PartyClause, SignatureAuthority
from convenir.reader.outlining.blocks import outline
from convenir.reader.reading import Reading, read_text

ARTICLE = "\n\nArticle 1 : Objet\nLes parties agissent ensemble.\n\n"
PARTIES = """CONVENTION

Entre :

La Caf du Val, représentée par Mme Rose Artaud, directrice, ci-après « la Caf » ;

Et

La commune de Vaux, représentée par M. Luc Pin, maire, ci-après « la commune » ;
"""


def parties(comparution: str) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    found = read_text(f"CONVENTION\n\n{comparution}{ARTICLE}").terms.every(PartyClause)
    return [(p.key, p.name, p.short_name, [(s.name, s.capacity) for s in p.signatories]) for p in found]


def closing(words: str) -> Formalities:
    found = read_text(PARTIES + ARTICLE + words).terms.first(Formalities)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("comparution", "expected"),
    [
        (
            "Entre la Caf du Val, représentée par M. Luc AUBIN, directeur, et la commune de Vaux-le-Vieux, "
            "représentée par Mme Anne BRUN, maire.",
            [
                ("caf", "la Caf du Val", "", [("Luc AUBIN", "directeur")]),
                ("commune", "la commune de Vaux-le-Vieux", "", [("Anne BRUN", "maire")]),
            ],
        ),
        (
            "Entre d'une part, la Caisse d'allocations familiales du Val, représentée par son directeur M. Luc AUBIN, "
            "dénommée ci-après la Caf,\n\nEt d'autre part, la Ville de Vaux, représentée par son maire en exercice, "
            "Mme Anne BRUN, dûment habilitée, dénommée ci-après la Ville,",
            [
                ("caf", "la Caisse d'allocations familiales du Val", "la Caf", [("Luc AUBIN", "directeur")]),
                ("commune", "la Ville de Vaux", "la Ville", [("Anne BRUN", "maire")]),
            ],
        ),
        (
            "ENTRE\nLa Caisse d'Allocations Familiales du Val\nReprésentée par son Directeur, Monsieur Luc AUBIN\nET\n"
            "Le Centre communal d'action sociale de Vaux\nReprésenté par sa Vice-Présidente, Madame Lise COTE",
            [
                ("caf", "La Caisse d'Allocations Familiales du Val", "", [("Luc AUBIN", "Directeur")]),
                ("partie", "Le Centre communal d'action sociale de Vaux", "", [("Lise COTE", "Vice-Présidente")]),
            ],
        ),
        (
            "Entre :\n- La Métropole du Grand Val, représentée par son Président, M. Jean AUBIN, agissant en vertu "
            "d'une délibération du conseil métropolitain du 3 mars 2020 ;\n- La Caisse d'Allocations Familiales du Val "
            "(CAF), représentée par Madame Zoé LIN, Directrice générale,\nci-après désignées ensemble « les parties »",
            [
                ("epci", "La Métropole du Grand Val", "", [("Jean AUBIN", "Président")]),
                ("caf", "La Caisse d'Allocations Familiales du Val", "CAF", [("Zoé LIN", "Directrice générale")]),
            ],
        ),
        (
            "Entre :\n\nLa commune de Haut, représentée par M. Paul UN, maire ; la commune de Bas, représentée par "
            "Mme Lise DEUX, maire ;\n\net\n\nla Mutualité sociale agricole du Val, représentée par son directeur, "
            "ci-après dénommée\n\n« la MSA »",
            [
                ("commune", "La commune de Haut", "", [("Paul UN", "maire")]),
                ("commune-2", "la commune de Bas", "", [("Lise DEUX", "maire")]),
                ("msa", "la Mutualité sociale agricole du Val", "la MSA", [("", "directeur")]),
            ],
        ),
        (
            "Entre :\n\n1° Val Agglomération, communauté d'agglomération dont le siège est 4 rue du Viaduc "
            "à\nPort-Val, "
            "représentée par son président, M. Jean AUBIN ;\n\n2° L'association « Les Petits Pas », représentée par sa "
            "présidente, Mme Léa BRUN ;\n\n3° Le Centre communal d'action sociale (CCAS) de Vaux, représenté par son "
            "vice-président, M. Luc PIN.\n\nD'autres structures pourront y adhérer.",
            [
                ("epci", "Val Agglomération", "", [("Jean AUBIN", "président")]),
                ("partie", "L'association « Les Petits Pas »", "", [("Léa BRUN", "présidente")]),
                (
                    "partie-2",
                    "Le Centre communal d'action sociale (CCAS) de Vaux",
                    "CCAS",
                    [("Luc PIN", "vice-président")],
                ),
            ],
        ),
        (
            "La commune de Vaux, représentée par son maire, Mme Anne BRUN, que nous appellerons « la commune "
            "»,\n\net\n\nla "
            "Caf du Val, représentée par M. Luc PIN, directeur, et par délégation Mme Zoé LIN, sous-directrice,",
            [
                ("commune", "La commune de Vaux", "la commune", [("Anne BRUN", "maire")]),
                ("caf", "la Caf du Val", "", [("Luc PIN", "directeur"), ("Zoé LIN", "sous-directrice")]),
            ],
        ),
    ],
)
def test_who_the_parties_are(comparution: str, expected: list[tuple[str, str, str, list[tuple[str, str]]]]) -> None:
    assert parties(comparution) == expected


def test_the_other_names_of_a_party_and_its_address_alone() -> None:
    head = (
        "CONVENTION\n\nEntre la Caf du Val, sise 12 rue des Lilas à Vaux, n° SIRET 123 456 789 00012, représentée "
        "par M. Luc "
        "PIN, directeur, ci-après dénommée « la Caf » ou « la Caisse », et la commune de Vaux, représentée par Mme "
        "Anne "
        "BRUN, maire."
    )
    caf = next(iter(read_text(head + ARTICLE).terms.every(PartyClause)))
    assert (caf.short_name, caf.aliases, caf.address) == ("la Caf", ("la Caisse",), "12 rue des Lilas à Vaux")


@pytest.mark.parametrize(
    ("words", "party", "on"),
    [
        (
            "la présidente de son conseil d'administration, autorisée par délibération du 3 mai 2021",
            "caf",
            date(2021, 5, 3),
        ),
        ("sa directrice, habilitée par décision du conseil d'administration du 3 mai 2021", "caf", date(2021, 5, 3)),
        ("sa directrice, agissant par délégation du 3 mai 2021", "caf", date(2021, 5, 3)),
    ],
)
def test_the_act_in_the_clause_of_a_party(words: str, party: str, on: date) -> None:
    head = PARTIES.replace("Mme Rose Artaud, directrice", words)
    (act,) = read_text(head + ARTICLE).terms.every(SignatureAuthority)
    assert (act.party, act.adopted_on) == (party, on)


def test_the_board_of_another_organisation_is_not_that_of_the_caf() -> None:
    visas = "Vu la délibération du conseil d'administration du CCAS de Vaux du 11 février 2025 ;\n"
    assert list(read_text(PARTIES + visas + ARTICLE).terms.every(SignatureAuthority)) == []


@pytest.mark.parametrize(
    ("words", "blocks", "stated"),
    [
        (
            "Fait à Vaux,\n\n| Pour la Caf | Pour la commune |\n|---|---|\n| La directrice | Le maire |\n"
            "| Rose ARTAUD | Luc PIN |\n| Le 3 mai 2021 | Le 12 mai 2021 |\n",
            [("Rose ARTAUD", "directrice"), ("Luc PIN", "maire")],
            date(2021, 5, 12),
        ),
        (
            "Fait à Vaux en 3 exemplaires, le 1er juin 2021\n\nLe Maire de Vaux,      La Directrice de la Caf,\n\n"
            "Luc PIN                Rose ARTAUD\n",
            [("Luc PIN", "Maire de Vaux"), ("Rose ARTAUD", "Directrice de la Caf")],
            date(2021, 6, 1),
        ),
        (
            "Fait à Vaux, le 03/05/21\nPour la commune, le Maire : Luc PIN\nPour la Caf, la Directrice : Rose ARTAUD\n",
            [("Luc PIN", "Maire"), ("Rose ARTAUD", "Directrice")],
            date(2021, 5, 3),
        ),
        (
            "A Vaux, le ____________\nLuc PIN\nMaire de Vaux\nRose ARTAUD\nDirectrice de la Caf\n",
            [("Luc PIN", "Maire de Vaux"), ("Rose ARTAUD", "Directrice de la Caf")],
            None,
        ),
        (
            "Fait à Vaux\nLe.....2021\nSigné électroniquement par Luc PIN, maire\n",
            [("Luc PIN", "maire")],
            Between(earliest=date(2021, 1, 1), latest=date(2021, 12, 31)),
        ),
    ],
)
def test_the_signatures(words: str, blocks: list[tuple[str, str]], stated: date | Between | None) -> None:
    found = closing(words)
    assert found.place == "Vaux"
    assert [(one.name, one.capacity) for one in found.blocks] == blocks
    assert found.stated_on == stated


def test_the_counts_of_the_closing() -> None:
    found = closing("Fait en deux (2) exemplaires à Vaux, le 3 mai 2021\nElle comporte 11 pages et les trois annexes.")
    assert (found.originals, found.pages, found.annex_count) == (2, 11, 3)
    assert closing("Fait à Vaux, en autant d'exemplaires que de signataires.").per_signatory


@pytest.mark.parametrize(
    "words",
    [
        "Établi en deux originaux à Vaux, le 3 mai 2021",
        "Fait en deux exemplaires,\n\nà Vaux, le 3 mai 2021",
        "Fait et signé à Vaux le 3 mai 2021, en deux exemplaires",
    ],
)
def test_place_and_day_in_many_orders(words: str) -> None:
    found = closing(words)
    assert (found.place, found.stated_on, found.originals) == ("Vaux", date(2021, 5, 3), 2)


def test_one_act_told_twice_is_one_authority() -> None:
    head = PARTIES.replace("maire, ci-après", "maire, autorisé par délibération du conseil municipal, ci-après")
    visas = (
        "Vu la décision de la commission d'action sociale de la Caf du 3 mai 2021 et du conseil d'administration "
        "du 7 juin 2021, figurant en annexe 5 ;\nVu la délibération du conseil municipal du 8 juin 2021 ;\n"
        "Vu l'avis de la commission d'action sociale ;\nVu le schéma adopté par le conseil départemental ;\n"
    )
    found = read_text(head + "\n" + visas + ARTICLE).terms.every(SignatureAuthority)
    assert [(act.party, act.adopted_on, act.annex) for act in found] == [
        ("caf", date(2021, 5, 3), "5"),
        ("caf", date(2021, 6, 7), "5"),
        ("commune", date(2021, 6, 8), ""),
    ]


def test_a_date_left_blank_is_an_authority_without_date() -> None:
    visas = "Vu la délibération du conseil municipal en date du ............ figurant en annexe 6 ;\n"
    (act,) = read_text(PARTIES + visas + ARTICLE).terms.every(SignatureAuthority)
    assert (act.adopted_on, act.annex) == (None, "6")


@pytest.mark.parametrize(
    ("title", "document", "draft"),
    [
        ("AVENANT N° 2 À LA CONVENTION TERRITORIALE GLOBALE", Document.AMENDMENT, False),
        ("PROJET\n\nCONVENTION", Document.CONVENTION, True),
        ("Projet de convention", Document.CONVENTION, True),
        ("CONVENTION-TYPE", Document.TEMPLATE, False),
        ("CHARTE DE COOPÉRATION", Document.CHARTER, False),
        ("CONVENTION", Document.CONVENTION, False),
    ],
)
def test_the_nature_of_the_text(title: str, document: Document, draft: bool) -> None:
    reading: Reading = read_text(PARTIES.replace("CONVENTION", title) + ARTICLE)
    assert (reading.terms.document, reading.terms.draft) == (document, draft)


def test_a_party_without_its_name_makes_a_template() -> None:
    assert read_text(PARTIES.replace("de Vaux", "de XXXX") + ARTICLE).terms.document is Document.TEMPLATE


def test_the_outline_of_a_comparution_is_its_own_block() -> None:
    assert [block.kind.value for block in outline(PARTIES + ARTICLE).blocks] == ["title", "parties", "article"]


# --- comparutions without «représentée par» ------------------------------------------------------------------

CAF, VAUX = ("Rose ARTAUD", "directrice"), ("Luc PIN", "maire")


@pytest.mark.parametrize(
    "by",
    [
        "représentée par {}",
        "prise en la personne de {}",
        "agissant par {}",
        "ayant pour représentante {}",
        "par l’intermédiaire de {}",
        "que représente {}",
        "dont la représentante légale est {}",
    ],
)
def test_many_ways_to_act_for_an_organisation(by: str) -> None:
    comparution = (
        f"Entre\n1/ La Caf du Val, {by.format('sa directrice, Mme Rose ARTAUD')},\n"
        f"2/ La commune de Vaux, {by.format('son maire, M. Luc PIN')},"
    )
    assert parties(comparution) == [
        ("caf", "La Caf du Val", "", [CAF]),
        ("commune", "La commune de Vaux", "", [VAUX]),
    ]


@pytest.mark.parametrize(
    "heading", ["LES SIGNATAIRES", "Parties", "Qui signe cette convention ?", "Ont comparu :", "Nous,"]
)
def test_the_heading_above_the_parties(heading: str) -> None:
    comparution = (
        f"{heading}\n\n- la Caf du Val, que nous appelons « la Caf ». Elle est représentée par Mme Rose ARTAUD, "
        "directrice ;\n- la commune de Vaux, que représente M. Luc PIN, maire (la commune)."
    )
    assert parties(comparution) == [
        ("caf", "la Caf du Val", "la Caf", [CAF]),
        ("commune", "la commune de Vaux", "la commune", [VAUX]),
    ]


@pytest.mark.parametrize(("between", "rule"), [(" | ", ""), ("\t", ""), ("     ", ""), (" | ", "---|---|---|---\n")])
def test_parties_in_a_table(between: str, rule: str) -> None:
    rows = (
        ("Organisme", "Représentant", "Qualité", "Délibération du"),
        ("Caf du Val", "Mme Rose ARTAUD", "directrice", "02/03/2021"),
        ("Commune de Vaux", "M. Luc PIN", "maire", "03/03/2021"),
    )
    head, *others = (between.join(row) for row in rows)
    table = f"LES SIGNATAIRES\n\n{head}\n{rule}" + "\n".join(others)
    assert parties(f"{table}\n\n« la Caf » désigne la première, « la Ville » la seconde.") == [
        ("caf", "Caf du Val", "la Caf", [CAF]),
        ("commune", "Commune de Vaux", "la Ville", [VAUX]),
    ]
    found = read_text(f"CONVENTION\n\n{table}{ARTICLE}").terms.every(SignatureAuthority)
    assert [(act.party, act.adopted_on) for act in found] == [
        ("caf", date(2021, 3, 2)),
        ("commune", date(2021, 3, 3)),
    ]


def test_parties_told_line_by_line() -> None:
    comparution = (
        "Les parties\n\nDénomination : Caisse d’allocations familiales du Val\nSiège : 3 rue du Pont\n"
        "Représentant : Mme Rose ARTAUD\nQualité : directrice\n\n"
        "Producteur      Commune de Vaux\nreprésentée par  M. Luc PIN, maire"
    )
    assert parties(comparution) == [
        ("caf", "Caisse d’allocations familiales du Val", "", [CAF]),
        ("commune", "Commune de Vaux", "", [VAUX]),
    ]


def test_the_person_before_the_organisation() -> None:
    comparution = (
        "Entre\n\nMadame Rose ARTAUD, directrice de la Caf du Val, agissant au nom de celle-ci,\n\nEt\n\n"
        "Monsieur Luc PIN, en qualité de maire de la commune de Vaux,"
    )
    assert parties(comparution) == [
        ("caf", "la Caf du Val", "", [CAF]),
        ("commune", "la commune de Vaux", "", [VAUX]),
    ]


@pytest.mark.parametrize(
    "comparution",
    [
        "Entre la Caf du Val et la commune de Vaux-le-Haut",
        "Il est convenu entre la Caf du Val, d’une part, et la commune de Vaux-le-Haut, d’autre part, ce qui suit.",
    ],
)
def test_parties_whom_nobody_represents(comparution: str) -> None:
    assert parties(comparution) == [
        ("caf", "la Caf du Val", "", []),
        ("commune", "la commune de Vaux-le-Haut", "", []),
    ]


def test_organisations_named_without_being_joined_are_no_parties() -> None:
    assert parties("La Caf du Val aide la commune de Vaux, qui le lui rend.") == []


@pytest.mark.parametrize(
    "words",
    [
        "son maire, M. Luc Pin, suivant délibération du 3 mai 2021",
        "son maire, M. Luc Pin, dont le conseil municipal a délibéré le 3 mai 2021",
        "M. Luc Pin, maire, autorisé à signer par le conseil municipal du 3 mai 2021",
        "M. Luc Pin, maire\nDélibération du conseil municipal : 3 mai 2021",
        "M. Luc Pin, maire, habilité par décision du bureau municipal du 3 mai 2021",
    ],
)
def test_the_act_told_by_a_verb_or_after_a_colon(words: str) -> None:
    (act,) = read_text(PARTIES.replace("M. Luc Pin, maire", words) + ARTICLE).terms.every(SignatureAuthority)
    assert (act.party, act.adopted_on) == ("commune", date(2021, 5, 3))


@pytest.mark.parametrize(
    "words",
    [
        "Signée le 3 mai 2021 à Vaux, en deux exemplaires",
        "Adoptée à Vaux le lundi 3 mai 2021",
        "Le 3 mai 2021, à Vaux",
        "Fait et passé à Vaux, le trois mai deux mille vingt et un.",
        "En foi de quoi, les parties ont signé à Vaux, le 3 mai 2021",
        "Ainsi fait à Vaux, le 3 mai 2021",
    ],
)
def test_other_closing_formulas(words: str) -> None:
    found = closing(words)
    assert (found.place, found.stated_on) == ("Vaux", date(2021, 5, 3))


def test_the_day_at_the_head_of_the_act() -> None:
    head = PARTIES.replace("CONVENTION", "CONVENTION\n\nL’an deux mille vingt et un et le trois du mois de mai,")
    found = read_text(f"{head}{ARTICLE}Fait à Vaux, les jour, mois et an que dessus").terms.first(Formalities)
    assert found is not None and found.stated_on == date(2021, 5, 3)


def test_a_sentence_about_another_act_closes_nothing() -> None:
    words = "Signée à Vaux le 3 mai 2020, la charte des quais reste en vigueur pour les familles de la vallée.\n\n"
    found = closing(f"{words}Fait à Vaux, le 3 mai 2021")
    assert found.stated_on == date(2021, 5, 3)
