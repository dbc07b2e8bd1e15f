"""Other ways in which conventions, avenants and reports write what most of them write alike."""

from datetime import date

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Days, Months, Years
from convenir.core.terms import ConventionKind, Document, Term
from convenir.core.terms.amendment import AmendmentClause, Severability
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.terms.exchanges import DisclosureRule
from convenir.core.terms.governance import Committee, DocumentCirculation, MeetingCadence
from convenir.core.terms.information import SourceMention
from convenir.core.terms.lifetime import Duration, Mode, Renewal
from convenir.core.terms.parties import ActKind, Formalities, PartyClause, SignatureAuthority
from convenir.core.terms.scope import Citation, SharedObjectives
from convenir.core.terms.termination import Form, Ground, TerminationAtWill, TerminationOnGround
from convenir.reader.reading import Reading, read_text

PARTIES = """
Entre

la Caf du Val, représentée par sa directrice, Mme Rose ARTAUD, mandatée par le conseil d'administration
réuni le 4 mai 2021,
la commune de Vaux, représentée par son maire, M. Luc PIN, en exécution de la délibération du 8 juin 2021,
la commune d'Orle, représentée par sa maire, Mme Lise COTE, en exécution de la délibération du 9 juin 2021.

Vu le code de la sécurité sociale,
Vu le schéma départemental,
Vu les délibérations susvisées,

il est convenu ce qui suit :

Article 1 : Objet
Les parties agissent ensemble.
"""


def whole(title: str, end: str = "Fait à Vaux, le 3 juillet 2021") -> Reading:
    return read_text(f"{title}\n{PARTIES}\n{end}\n")


def first(kind: type[Term], title: str, words: str) -> object:
    return next((term for term in terms_of(title, words) if isinstance(term, kind)), None)


def test_parties_after_a_comma_on_lines_of_their_own() -> None:
    terms = whole("CONVENTION TERRITORIALE GLOBALE").terms
    assert [party.name for party in terms.every(PartyClause)] == [
        "la Caf du Val",
        "la commune de Vaux",
        "la commune d'Orle",
    ]
    acts = [(act.party, act.act, act.adopted_on) for act in terms.every(SignatureAuthority)]
    assert ("caf", ActKind.DECISION, date(2021, 5, 4)) in acts
    assert ("commune", ActKind.DELIBERATION, date(2021, 6, 8)) in acts
    assert ("commune-2", ActKind.DELIBERATION, date(2021, 6, 9)) in acts


def test_visas_that_end_with_a_comma_are_counted_one_by_one() -> None:
    assert sum(1 for _ in whole("CONVENTION").terms.every(Citation)) == 3


@pytest.mark.parametrize("end", ["Signé à Vaux le 3 juillet 2021", "Fait à Vaux, le 3 juillet 2021"])
def test_the_place_and_day_of_signature(end: str) -> None:
    closing = whole("CONVENTION", end).terms.first(Formalities)
    assert closing is not None
    assert (closing.place, closing.stated_on) == ("Vaux", date(2021, 7, 3))


@pytest.mark.parametrize(
    ("title", "document", "kind"),
    [
        (
            "PROJET DE CONVENTION\n\nVILLE DE VAUX\nCONVENTION TERRITORIALE GLOBALE",
            Document.CONVENTION,
            ConventionKind.CTG,
        ),
        ("CHARTE DE COOPÉRATION\nDU RÉSEAU DES PARENTS", Document.CHARTER, ConventionKind.SECTORAL),
    ],
)
def test_the_kind_of_text(title: str, document: Document, kind: ConventionKind) -> None:
    terms = whole(title).terms
    assert (terms.document, terms.kind) == (document, kind)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (
            "La convention, qui devait s'achever le 30 juin 2022, est prolongée jusqu'au 30 juin 2024.",
            date(2024, 6, 30),
        ),
        ("Les termes « jusqu'au 30 juin 2022 » sont remplacés par « jusqu'au 30 juin 2024 ».", date(2024, 6, 30)),
        ("Elle couvre les années scolaires 2021-2022, 2022-2023 et 2023-2024.", date(2024, 8, 31)),
        (
            "La convention signée le 2 mai 2017 avec la Caf prend fin le 30 juin 2022. La présente convention s'étend "
            "du 1er juillet 2022 au 30 juin 2024.",
            date(2024, 6, 30),
        ),
    ],
)
def test_the_last_day_is_the_new_one(words: str, last: date) -> None:
    found = first(Duration, "Durée", words)
    assert isinstance(found, Duration)
    assert found.ends_on == last


def test_a_renewal_that_is_only_expressly_decided() -> None:
    found = first(
        Renewal,
        "Durée",
        "Elle dure trois ans. Elle exclut toute prorogation tacite ; son renouvellement est décidé par délibération.",
    )
    assert isinstance(found, Renewal)
    assert found.mode is Mode.EXPRESS


def test_each_ground_keeps_its_own_notice() -> None:
    terms = terms_of(
        "Fin",
        "Chaque partie peut la dénoncer avec un préavis de quatre mois donné par lettre recommandée. La Caf peut y "
        "mettre fin pour un motif d'intérêt général, avec un préavis de deux mois, dans les mêmes formes. En cas de "
        "force majeure, elle prend fin sans délai.",
    )
    (at_will,) = [term for term in terms if isinstance(term, TerminationAtWill)]
    assert (at_will.notice, at_will.by) == (Months(count=4), ())
    grounds = [(t.ground, t.notice, t.by, t.form) for t in terms if isinstance(t, TerminationOnGround)]
    assert grounds == [
        (Ground.PUBLIC_INTEREST, Months(count=2), ("caf",), Form.REGISTERED_LETTER),
        (Ground.FORCE_MAJEURE, None, (), None),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Tout signataire peut s'opposer à la reconduction en prévenant l'autre par lettre recommandée trois mois avant "
        "l'échéance.",
        "Chaque partie peut y renoncer par lettre recommandée en prévenant l'autre trois mois à l'avance.",
    ],
)
def test_other_verbs_that_end_it(words: str) -> None:
    found = first(TerminationAtWill, "Dénonciation", words)
    assert isinstance(found, TerminationAtWill)
    assert (found.notice, found.form) == (Months(count=3), Form.REGISTERED_LETTER)


@pytest.mark.parametrize(
    "words",
    [
        "La commission autorise le maire à mettre fin aux travaux.",
        "Un membre peut quitter la séance par simple lettre.",
    ],
)
def test_words_that_end_nothing(words: str) -> None:
    assert first(TerminationAtWill, "Suivi", words) is None


@pytest.mark.parametrize(
    ("words", "floors"),
    [
        ("Rien n'est remis sur moins de 8 foyers, ni sur un quartier qui aurait moins de 40 foyers.", (8, None, 40)),
        ("Aucun tableau n'est fourni pour une population inférieure à 30 personnes.", (30, None, None)),
        ("Aucune case d'un tableau ne compte moins de 6 personnes.", (None, 6, None)),
    ],
)
def test_each_number_has_its_floor(words: str, floors: tuple[int | None, ...]) -> None:
    found = first(DisclosureRule, "Données", words)
    assert isinstance(found, DisclosureRule)
    assert (found.min_count, found.min_cell, found.min_population) == floors


@pytest.mark.parametrize(
    ("words", "name", "a_year", "parity"),
    [
        ("2.1 – COMITÉ DE SUIVI\nComposé à parité, il se réunit trois fois par an.", "comité de suivi", 3, True),
        ("Elle est suivie par un comité de suivi semestriel.", "comité de suivi", 2, False),
        ("L'animation incombe à un comité directeur réuni tous les deux mois.", "comité directeur", 6, False),
        (
            "Un comité de liaison est créé. Il compte six sièges : trois à la commune, deux à la Caf et un à la MSA. "
            "Il tient quatre réunions annuelles.",
            "comité de liaison",
            4,
            True,
        ),
    ],
)
def test_bodies(words: str, name: str, a_year: int, parity: bool) -> None:
    terms = terms_of("Gouvernance", words)
    (body,) = [term for term in terms if isinstance(term, Committee)]
    assert (body.name, body.parity) == (name, parity)
    (often,) = [term for term in terms if isinstance(term, MeetingCadence)]
    assert often.count * {"civil_year": 1, "semester": 2, "quarter": 4, "month": 12}[often.per.value] == a_year


def test_convocations_that_leave_before_the_meeting() -> None:
    found = first(
        DocumentCirculation,
        "Gouvernance",
        "Un comité de suivi est créé. Les convocations partent douze jours avant la séance.",
    )
    assert isinstance(found, DocumentCirculation)
    assert found.delay == Days(count=12)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (AmendmentClause, "Ses clauses ne sont modifiables que par avenant."),
        (AmendmentClause, "Rien n'y est changé sans avenant."),
        (Severability, "L'annulation d'un article ne touche pas les autres."),
        (Severability, "Si une stipulation est privée d'effet, les autres demeurent."),
        (SourceMention, "Les études publiées indiquent leur provenance."),
        (Review, "Une revue annuelle du plan est tenue."),
    ],
)
def test_short_clauses(kind: type[Term], words: str) -> None:
    assert first(kind, "Suivi", words) is not None


def test_the_annulment_of_a_meeting_is_no_severability() -> None:
    assert first(Severability, "Suivi", "L'annulation d'une séance est annoncée aux autres parties.") is None


def test_an_evaluation_in_the_last_half_year_is_the_final_one() -> None:
    found = first(Evaluation, "Évaluation", "Une évaluation est rendue au cours du dernier semestre.")
    assert isinstance(found, Evaluation)
    assert found.moment is Moment.FINAL


def test_an_act_that_is_renewed_three_times() -> None:
    found = first(Renewal, "Durée", "Le présent acte est conclu pour un an. Il est reconductible tacitement deux fois.")
    assert isinstance(found, Renewal)
    assert (found.mode, found.ceiling) == (Mode.TACIT, Years(count=3))


@pytest.mark.parametrize(
    "items",
    [
        "Axe 1 : Accueillir\nAxe 2 : Loger",
        "1 - Accueillir ;\n2 - Loger.",
        "A. Accueillir les enfants ;\nB. Loger les jeunes.",
    ],
)
def test_lists_of_themes(items: str) -> None:
    found = first(SharedObjectives, "Axes", f"Les parties retiennent les axes suivants :\n{items}")
    assert isinstance(found, SharedObjectives)
    assert [theme.split()[0] for theme in found.themes] == ["Accueillir", "Loger"]


def test_pages_counted_above_the_closing_formula() -> None:
    closing = whole(
        "CONVENTION", "La présente convention compte 9 pages et 2 annexes.\n\nFait à Vaux, le 3 juillet 2021"
    )
    found = closing.terms.first(Formalities)
    assert found is not None
    assert (found.pages, found.annex_count) == (9, 2)


def test_a_charter_whose_parties_stand_under_its_preamble() -> None:
    text = """CHARTE DU RÉSEAU

Préambule
Les acteurs se reconnaissent dans ces principes.

Les signataires
La Caf du Val, représentée par Mme Rose ARTAUD, directrice ;
La commune de Vaux, représentée par M. Luc PIN, maire.

Article 1 : Valeurs
La neutralité.
"""
    assert [party.key for party in read_text(text).terms.every(PartyClause)] == ["caf", "commune"]


def test_an_article_that_words_another_has_no_title() -> None:
    text = "AVENANT N° 1\n" + PARTIES.replace(
        "Article 1 : Objet\n", "Article 1 : L'article 4 de la convention est ainsi rédigé :\n"
    )
    (article,) = read_text(text).outline.articles()
    assert article.title == ""


@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("Les partenaires peuvent s'accorder par écrit pour mettre fin à la convention.", Ground.MUTUAL),
        ("Les parties peuvent convenir ensemble d'un report avant de résilier la convention.", None),
    ],
)
def test_all_together_is_nobody_alone(words: str, ground: Ground | None) -> None:
    terms = terms_of("Fin", words)
    assert not any(isinstance(term, TerminationAtWill) for term in terms)
    grounds = [term.ground for term in terms if isinstance(term, TerminationOnGround)]
    assert grounds == ([ground] if ground else [])


def test_a_mandate_that_is_renewable_renews_no_convention() -> None:
    assert first(Renewal, "Durée", "Le mandat du président est d'un an. Il est renouvelable deux fois.") is None


def test_the_agenda_of_a_sitting_is_the_body_of_a_deliberation() -> None:
    reading = read_text(
        "VILLE DE VAUX\n\nSéance du 5 mai 2021\n\n"
        "L'an deux mille vingt et un, le cinq mai, le conseil municipal s'est réuni.\n\n"
        "La convention territoriale globale porte sur les thématiques suivantes : enfance, jeunesse, logement.\n\n"
        "Le conseil municipal, après en avoir délibéré,\nAUTORISE le maire à signer la convention.\n\n"
        "Fait et délibéré à Vaux, les jour et an susdits.\n"
    )
    assert reading.terms.document is Document.DELIBERATION
    shared = reading.terms.first(SharedObjectives)
    assert shared is not None
    assert shared.themes == ("enfance", "jeunesse", "logement")


@pytest.mark.parametrize(
    ("end", "originals", "each"),
    [
        ("Fait en double exemplaire à Vaux, le 3 juillet 2021", 2, False),
        ("La convention est établie en trois originaux.\n\nFait à Vaux, le 3 juillet 2021", 3, False),
        ("Fait à Vaux, le 3 juillet 2021. Un exemplaire original est remis à chaque partie.", None, True),
    ],
)
def test_how_many_originals(end: str, originals: int | None, each: bool) -> None:
    found = whole("CONVENTION", end).terms.first(Formalities)
    assert found is not None
    assert (found.originals, found.per_signatory) == (originals, each)


def test_offices_above_the_names_of_a_table() -> None:
    end = (
        "Fait à Vaux, le 3 juillet 2021\n\nPour la Caf, la directrice | Pour la commune, le maire\n"
        "Rose Artaud | Luc Pin"
    )
    found = whole("CONVENTION", end).terms.first(Formalities)
    assert found is not None
    assert [(one.name, one.capacity) for one in found.blocks] == [("Rose Artaud", "directrice"), ("Luc Pin", "maire")]
