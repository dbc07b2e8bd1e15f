"""Start, end and renewal in the many ways in which conventions say them."""

from datetime import date

import pytest
from tests.reader.clauses import terms_of

from convenir.core.delays import Between, Delay, Months, Years
from convenir.core.terms.lifetime import Duration, Mode, Renewal, Start


def duration(words: str) -> Duration:
    found = [term for term in terms_of("Durée de la convention", words) if isinstance(term, Duration)]
    assert len(found) == 1, found
    return found[0]


def renewal(words: str) -> Renewal | None:
    found = [term for term in terms_of("Durée de la convention", words) if isinstance(term, Renewal)]
    assert len(found) <= 1, found
    return found[0] if found else None


@pytest.mark.parametrize(
    ("words", "start", "starts_on", "ends_on", "span"),
    [
        (
            "Elle prend effet le 1er mars 2023 et s'achève le 28 février 2026.",
            Start.FIXED,
            date(2023, 3, 1),
            date(2026, 2, 28),
            None,
        ),
        ("Elle est valable du 01/09/2022 au 31/08/2026.", Start.FIXED, date(2022, 9, 1), date(2026, 8, 31), None),
        (
            "La convention est conclue pour la période 2021-2025.",
            Start.FIXED,
            date(2021, 1, 1),
            date(2025, 12, 31),
            None,
        ),
        ("Elle est signée pour les années 2022 à 2026.", Start.FIXED, date(2022, 1, 1), date(2026, 12, 31), None),
        ("Elle est conclue pour l'année civile 2022.", Start.FIXED, date(2022, 1, 1), date(2022, 12, 31), None),
        ("Elle est conclue pour l'année scolaire 2022-2023.", Start.FIXED, date(2022, 9, 1), date(2023, 8, 31), None),
        ("Elle court du jour de sa signature au 31 août 2025 inclus.", Start.SIGNATURE, None, date(2025, 8, 31), None),
        (
            "Elle est conclue pour quatre (4) ans à compter de sa signature.",
            Start.SIGNATURE,
            None,
            None,
            Years(count=4),
        ),
        ("Elle est conclue pour 48 mois à compter de sa publication.", Start.PUBLICATION, None, None, Months(count=48)),
        (
            "Elle prend effet à sa notification et prendra fin le 31 décembre 2023.",
            Start.NOTIFICATION,
            None,
            date(2023, 12, 31),
            None,
        ),
        (
            "Elle entre en vigueur après son approbation par les assemblées et expire au 31 mars 2027.",
            Start.APPROVAL,
            None,
            date(2027, 3, 31),
            None,
        ),
        (
            "La convention, d'une durée de cinq années, court à compter du 1er juillet 2023.",
            Start.FIXED,
            date(2023, 7, 1),
            None,
            Years(count=5),
        ),
        (
            "Elle est conclue à compter du 1er janvier 2022 jusqu'à la fin de l'année 2025.",
            Start.FIXED,
            date(2022, 1, 1),
            date(2025, 12, 31),
            None,
        ),
        (
            "Elle entre en vigueur à la date de sa signature. Sa durée est de trois ans.",
            Start.SIGNATURE,
            None,
            None,
            Years(count=3),
        ),
        (
            "Elle prend effet, de manière rétroactive, au 1er janvier 2022 et s'achève le 31 décembre 2025.",
            Start.FIXED,
            date(2022, 1, 1),
            date(2025, 12, 31),
            None,
        ),
        (
            "Elle est conclue pour deux années, avec effet rétroactif au 1er mai 2023, et viendra à expiration le "
            "30 avril 2025.",
            Start.FIXED,
            date(2023, 5, 1),
            date(2025, 4, 30),
            Years(count=2),
        ),
        (
            "La convention commence le jour de sa signature et dure 18 mois.",
            Start.SIGNATURE,
            None,
            None,
            Months(count=18),
        ),
        (
            "Le présent accord vaut à partir de sa signature et pour cinq ans.",
            Start.SIGNATURE,
            None,
            None,
            Years(count=5),
        ),
        (
            "Elle est conclue du 1er janvier au 31 décembre 2023.",
            Start.FIXED,
            date(2023, 1, 1),
            date(2023, 12, 31),
            None,
        ),
        (
            "Elle produit ses effets à compter du 1er janvier 2021, et ce pour trois exercices.",
            Start.FIXED,
            date(2021, 1, 1),
            None,
            Years(count=3),
        ),
        ("Elle est conclue pour les exercices 2022 à 2025.", Start.FIXED, date(2022, 1, 1), date(2025, 12, 31), None),
        (
            "D'une durée de cinq ans, elle débute le 15 mars 2024.",
            Start.FIXED,
            date(2024, 3, 15),
            None,
            Years(count=5),
        ),
        (
            "Elle prend effet le lendemain de sa notification et court jusqu'à la fin du mois de juin 2027.",
            Start.NOTIFICATION,
            None,
            date(2027, 6, 30),
            None,
        ),
        (
            "Elle produit ses effets le jour où, une fois signée, elle est notifiée. Elle dure six ans.",
            Start.NOTIFICATION,
            None,
            None,
            Years(count=6),
        ),
        (
            "Sauf dénonciation, la convention, souscrite pour vingt mois à dater de sa signature, est reconduite "
            "d'année en année. Elle prend effet rétroactivement au 1er avril 2023.",
            Start.FIXED,
            date(2023, 4, 1),
            None,
            Months(count=20),
        ),
    ],
)
def test_start_and_end(
    words: str, start: Start, starts_on: date | None, ends_on: date | None, span: Delay | None
) -> None:
    found = duration(words)
    assert (found.start, found.starts_on, found.ends_on, found.span) == (start, starts_on, ends_on, span)
    assert found.start_stated


def test_a_month_without_its_day_is_some_day_of_that_month() -> None:
    found = duration("La convention est conclue de mars 2020 à décembre 2023.")
    assert found.starts_on == Between.month(2020, 3)
    assert found.ends_on == date(2023, 12, 31)


def test_a_start_that_the_text_does_not_name() -> None:
    assert not duration("La convention est conclue pour trois ans.").start_stated


def test_the_end_of_a_school_year_is_no_start() -> None:
    found = duration("La convention court de sa signature jusqu'à la fin de l'année scolaire 2025-2026.")
    assert (found.starts_on, found.ends_on) == (None, date(2026, 8, 31))


@pytest.mark.parametrize(
    "words",
    [
        "La convention court jusqu'au terme du mandat municipal.",
        "La convention est conclue jusqu'à la fin de la convention d'objectifs et de gestion en cours.",
    ],
)
def test_an_end_without_its_day_is_not_given_one(words: str) -> None:
    assert [term for term in terms_of("Durée de la convention", words) if isinstance(term, Duration)] == []


def test_what_names_the_convention_comes_before_the_calendar_of_an_action() -> None:
    found = duration(
        "L'action porte sur l'année scolaire 2024-2025. La présente convention s'applique à partir du 23 septembre "
        "2024 "
        "et cesse de produire effet le 27 juin 2025."
    )
    assert (found.starts_on, found.ends_on) == (date(2024, 9, 23), date(2025, 6, 27))


def test_a_prorogation_is_a_new_end_and_no_renewal() -> None:
    words = "La convention, qui devait finir le 31 décembre 2024, est prolongée jusqu'au 31 décembre 2025."
    assert duration(words).ends_on == date(2025, 12, 31)
    assert renewal(words) is None


def test_a_blank_end() -> None:
    found = duration("La convention est conclue à compter de sa signature jusqu'au ............ inclus.")
    assert found.left_blank


def test_a_start_alone_leaves_no_end_blank() -> None:
    found = duration("La convention prend effet le 1er avril 2023.")
    assert found.endless and not found.left_blank


@pytest.mark.parametrize(
    ("words", "mode", "step", "ceiling"),
    [
        (
            "Elle est conclue pour un an, renouvelable par tacite reconduction dans la limite de quatre ans.",
            Mode.TACIT,
            Years(count=1),
            Years(count=4),
        ),
        (
            "Elle est conclue pour un an. Elle se renouvelle tacitement d'année en année, sans que sa durée "
            "totale puisse excéder cinq ans.",
            Mode.TACIT,
            Years(count=1),
            Years(count=5),
        ),
        (
            "Elle est conclue pour 4 ans. Elle est renouvelable une fois par tacite reconduction pour la même durée.",
            Mode.TACIT,
            Years(count=4),
            Years(count=8),
        ),
        (
            "Elle est conclue pour deux ans et reconductible deux fois tacitement, pour une période d'un an.",
            Mode.TACIT,
            Years(count=1),
            Years(count=4),
        ),
        (
            "Elle est conclue pour un an ; sauf dénonciation par une partie, elle est reconduite d'année en année.",
            Mode.TACIT,
            Years(count=1),
            None,
        ),
        (
            "Elle est conclue pour un an. Passé ce jour, elle continue de s'appliquer par périodes de six mois, sans "
            "que sa durée totale dépasse trois ans.",
            Mode.TACIT,
            Months(count=6),
            Years(count=3),
        ),
        (
            "Elle est conclue pour trois ans. Elle pourra être renouvelée par reconduction expresse.",
            Mode.EXPRESS,
            None,
            None,
        ),
        ("Elle est conclue pour trois ans. Toute prolongation fera l'objet d'un avenant.", Mode.EXPRESS, None, None),
        (
            "Elle est conclue pour trois ans. Elle ne peut être reconduite que par une décision expresse des parties.",
            Mode.EXPRESS,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Elle n'est pas renouvelable par tacite reconduction.",
            Mode.NONE,
            None,
            None,
        ),
        ("Elle est conclue pour trois ans. Elle ne peut en aucun cas être reconduite.", Mode.NONE, None, None),
        ("Elle est conclue pour trois ans, sans possibilité de reconduction.", Mode.NONE, None, None),
        (
            "Elle est conclue pour un an. Elle se poursuit d'année en année tant qu'aucune des parties ne l'a "
            "dénoncée.",
            Mode.TACIT,
            Years(count=1),
            None,
        ),
        (
            "Elle est conclue pour trois ans. Si aucune des parties ne s'y oppose, elle est prolongée d'un an.",
            Mode.TACIT,
            Years(count=1),
            None,
        ),
        (
            "Elle est conclue pour un an. Au-delà, sous réserve de dénonciation expresse, elle se prolonge d'année en "
            "année, deux fois au maximum.",
            Mode.TACIT,
            Years(count=1),
            Years(count=3),
        ),
        (
            "Elle est conclue pour trois ans. À défaut de dénonciation, elle est renouvelée pour une période "
            "identique.",
            Mode.TACIT,
            Years(count=3),
            None,
        ),
        (
            "Elle est conclue pour deux ans. Elle est reconduite de plein droit par périodes de douze mois, dans la "
            "limite "
            "de deux reconductions, sauf opposition de l'une des parties.",
            Mode.TACIT,
            Months(count=12),
            Years(count=4),
        ),
        (
            "Elle est conclue pour trois ans. Elle peut être renouvelée une seule fois, pour la même durée, par "
            "décision "
            "expresse des parties.",
            Mode.EXPRESS,
            Years(count=3),
            Years(count=6),
        ),
        (
            "Elle est conclue pour trois ans. Les parties peuvent renouveler la convention, par un acte exprès.",
            Mode.EXPRESS,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Elle ne comporte pas de clause de tacite reconduction : les partenaires "
            "pourront décider par écrit de la poursuivre.",
            Mode.EXPRESS,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Elle peut être prorogée par avenant pour une durée maximale d'un an.",
            Mode.EXPRESS,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Elle ne sera pas renouvelée, de quelque manière que ce soit.",
            Mode.NONE,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Tout renouvellement, tacite ou exprès, en est exclu.",
            Mode.NONE,
            None,
            None,
        ),
        (
            "Elle est conclue pour trois ans. Arrivée à son terme, elle ne peut donner lieu à aucune reconduction.",
            Mode.NONE,
            None,
            None,
        ),
    ],
)
def test_renewal(words: str, mode: Mode, step: Delay | None, ceiling: Delay | None) -> None:
    found = renewal(words)
    assert found is not None
    assert (found.mode, found.step, found.ceiling) == (mode, step, ceiling)


def test_a_limit_may_count_the_renewals_alone() -> None:
    found = renewal("Elle est renouvelable chaque année par tacite reconduction dans la limite de trois ans.")
    assert found and (found.ceiling, found.ceiling_alternative) == (Years(count=3), Years(count=4))


@pytest.mark.parametrize(
    "words",
    [
        "Elle est conclue pour trois ans.",
        "Elle est conclue pour trois ans. À son terme, les parties se rencontrent pour en examiner la suite.",
        "Elle est conclue pour trois ans. Le renouvellement des membres du comité est annuel.",
        "Elle est conclue pour trois ans. La convention de gestion a été renouvelée par tacite reconduction en 2019.",
        "Elle est conclue pour trois ans. La police, souscrite pour un an, se renouvelle par tacite reconduction.",
        "Elle est conclue pour trois ans. Le prêt est fait pour trois mois. Il est renouvelable une fois.",
    ],
)
def test_silence_on_renewal(words: str) -> None:
    assert renewal(words) is None
