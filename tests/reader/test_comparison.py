"""Two versions of a text, article by article: what is kept, reworded, moved, renumbered, cut, added or gone."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.reader.amending.avenants import CONVENTION

from convenir.core.delays import Months
from convenir.core.terms import TerminationAtWill
from convenir.reader.comparing.comparison import Became, Comparison, Passage, compared
from convenir.reader.comparing.runs import Fate, after, before
from convenir.reader.comparing.wording import reworded
from convenir.reader.outline import BlockKind
from convenir.reader.reading import read_text


def against(second: str) -> Comparison:
    """That version against the convention."""
    return compared(read_text(CONVENTION), read_text(second))


def changed(found: Comparison) -> list[Passage]:
    """The passages that are not untouched."""
    return [passage for passage in found.passages if not passage.untouched]


def only(second: str) -> Passage:
    """The only passage that changed."""
    (passage,) = changed(against(second))
    return passage


def test_a_text_does_not_differ_from_itself() -> None:
    found = against(CONVENTION)
    assert changed(found) == []
    assert (found.differences, found.appeared, found.gone) == ((), (), ())


def test_line_ends_and_blanks_make_no_difference() -> None:
    assert changed(against(CONVENTION.replace("Il se réunit une fois", "Il se  réunit\nune fois"))) == []


AXES = "Article 2 : Gouvernance\nLes axes sont :\n{0} la petite enfance ;\n{0} la jeunesse, et l'emploi - saisonnier.\n"


def test_marks_of_list_items_make_no_difference() -> None:
    one, other = (CONVENTION.replace("Article 2 : Gouvernance\n", AXES.format(mark)) for mark in ("-", "•"))
    assert [each for each in compared(read_text(one), read_text(other)).passages if not each.untouched] == []


def test_words_that_change_under_other_marks_are_shown_alone() -> None:
    runs = reworded("Ils visent :\n- le logement ;\n- la jeunesse.", "Ils visent :\n• l'emploi ;\n• la jeunesse.")
    assert [run.words.split() for run in runs if run.fate is not Fate.KEPT] == [
        ["-", "le", "logement"],
        ["•", "l'emploi"],
    ]


def test_a_dash_inside_a_line_still_counts() -> None:
    assert any(run.fate is not Fate.KEPT for run in reworded("de 2 - 3 mois", "de 2 3 mois"))


def test_words_that_change_are_shown_with_what_changes_in_law() -> None:
    found = against(CONVENTION.replace("trois mois", "six mois"))
    (passage,) = changed(found)
    assert passage.became is Became.REWORDED
    assert [run.words.strip() for run in passage.runs if run.fate is not Fate.KEPT] == ["trois", "six"]
    (difference,) = found.differences
    assert isinstance(difference.before, TerminationAtWill)
    assert isinstance(difference.after, TerminationAtWill)
    assert (difference.before.notice, difference.after.notice) == (Months(count=3), Months(count=6))
    assert difference.fields == ("notice",)


def article(number: int) -> str:
    """An article of the convention, with its heading."""
    found = re.search(rf"Article {number} :.*?(?=\n\n)", CONVENTION, re.DOTALL)
    assert found is not None
    return found[0]


def test_an_article_added() -> None:
    passage = only(CONVENTION.replace("Fait à", "Article 7 : Litiges\nLe tribunal de Rennes juge.\n\nFait à"))
    assert (passage.became, passage.before) == (Became.ADDED, None)
    assert passage.after is not None
    assert passage.after.number == "7"


def test_an_article_gone_stands_under_the_one_above_it() -> None:
    passages = [p for p in against(CONVENTION.replace(article(6), "")).passages if not p.untouched]
    (passage,) = passages
    assert passage.became is Became.REMOVED
    assert passage.before is not None
    assert passage.before.number == "6"


def test_an_article_gone_renumbers_those_below() -> None:
    second = CONVENTION.replace(article(3) + "\n\n", "")
    for number in (4, 5, 6):
        second = second.replace(f"Article {number} :", f"Article {number - 1} :")
    found = changed(against(second))
    assert [passage.became for passage in found] == [Became.REMOVED, Became.SAME, Became.SAME, Became.SAME]
    assert [passage.renumbered for passage in found] == [False, True, True, True]
    assert not any(passage.moved for passage in found)


def test_an_article_moved() -> None:
    moved = article(3)
    second = CONVENTION.replace(moved + "\n\n", "").replace("Fait à", f"{moved}\n\nFait à")
    found = changed(against(second))
    (passage,) = [each for each in found if each.moved]
    assert passage.before is not None
    assert (passage.before.number, passage.became) == ("3", Became.SAME)


def test_an_article_cut_in_two() -> None:
    notice = "Chaque partie peut dénoncer"
    second = CONVENTION.replace(
        "\nAucune indemnité n'est due.", "\n\nArticle 5 bis : Indemnité\nAucune indemnité n'est due."
    )
    assert notice in second
    (cut,) = [passage for passage in changed(against(second)) if passage.became is Became.ADDED]
    assert cut.kin is not None
    assert cut.kin.number == "5"


def test_a_new_title() -> None:
    passage = only(CONVENTION.replace("Article 5 : Résiliation", "Article 5 : Dénonciation"))
    assert (passage.became, passage.retitled) == (Became.SAME, True)


def test_annexes_and_parties_are_compared_too() -> None:
    passage = only(CONVENTION.replace("Multi-accueil Les Lutins.", "Multi-accueil Les Lutins et ludothèque."))
    assert passage.after is not None
    assert passage.after.kind is BlockKind.ANNEX
    passage = only(CONVENTION.replace("M. Paul Aubin", "Mme Line Aubin"))
    assert passage.after is not None
    assert passage.after.kind is BlockKind.PARTIES


def test_findings_appear_and_go() -> None:
    blank = CONVENTION.replace("Fait à Valbourg, le 3 mars 2022", "Fait à Valbourg, le ...............")
    found = against(blank)
    assert found.appeared
    assert compared(read_text(blank), read_text(CONVENTION)).gone == found.appeared


def test_words_kept_by_chance_do_not_cut_a_change_in_two() -> None:
    runs = reworded("Les règles de fonctionnement figurent ici.", "Le comité de pilotage se réunit deux fois.")
    assert [run.fate for run in runs] == [Fate.DELETED, Fate.INSERTED, Fate.KEPT]
    runs = reworded("du 1er janvier 2024 au 2 mars", "du 4 janvier 2025 au 2 mars")
    assert [run.words.strip() for run in runs if run.fate is Fate.KEPT] == ["du", "janvier", "au 2 mars"]


words = st.lists(st.sampled_from(["préavis", "mois", "trois", "six", ",", ".", "\n", "la", "Caf"]), max_size=40)


@given(words, words)
def test_the_runs_hold_both_texts(first: list[str], second: list[str]) -> None:
    old, new = " ".join(first), " ".join(second)
    runs = reworded(old, new)
    assert before(runs).split() == old.split()
    assert after(runs).split() == new.split()
    for run in runs:
        if run.start is not None:
            assert run.words == (new if run.fate is Fate.INSERTED else old)[run.start : run.end]
