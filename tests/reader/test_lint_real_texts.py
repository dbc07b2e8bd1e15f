"""The lint on the five real texts: what a careful reader finds odd in each, and nothing else that blocks or warns."""

from pathlib import Path

import pytest

from convenir.core.findings import Finding, Severity
from convenir.reader.reading import read

TEXTS = Path(__file__).parents[3] / "shared" / "conventions"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the real texts are not beside this repository (../shared)")

# What a careful reader finds in each text, in words, and the code that tells it.
EXPECTED: dict[str, dict[str, str]] = {
    "bas-rhin-2013": {
        "a report and not the convention": "not-supplied",
        "how to prevent the tacit renewal is not told": "denunciation",
        "four years in all, or four renewals": "renewal-ceiling",
        "renewed after the term of the first convention": "late-renewal",
        "a principle worded otherwise in the draft": "reworded",
        "a plan of six years without its start": "delay-start",
    },
    "finistere-2016": {
        "the assembly or its commission": "alternative",
        "a law under the title of an older one": "law-title",
        "avenants for substantial changes only": "amendment-scope",
        "avenants need not tell changes of annexes": "amendment-annexes",
        "thematic committees without list, members, cadence": "thematic-committees",
        "who chairs first": "first-chair",
        "the final review comes when the committee is over": "final-review",
        "a data convention renewed by silence": "tacit-elsewhere",
        "a scheme that lapses a year before": "framework-lapses",
        "no time to answer a request for data": "reply-delay",
        "silent on renewal": "renewal",
        "no quorum, no vote": "voting",
        "from when the notice runs": "notice-clock",
        "three annexes announced, none in the file": "annex",
    },
    "rouen-2019": {
        "marked as a draft": "draft",
        "the day of signature is blank": "signature-date",
        "the years of the title against the start at signature": "title-years",
        "the board was only informed": "board-decision",
        "a committee if need be, and one that is created": "committee",
        "no cadence of the committee": "meeting-cadence",
        "annexes cited and absent": "annex",
        "an authority that no party is called": "undefined-name",
        "conditions of the evaluation still to define": "evaluation-conditions",
        "no time to answer a request for data": "reply-delay",
        "an actor that is no party": "outsider",
        "a law under the title of an older one": "law-title",
        "silent on renewal": "renewal",
        "no quorum, no vote": "voting",
        "from when the notice runs": "notice-clock",
        "the final review comes when the committee is over": "final-review",
    },
    "saves-2015": {
        "unsigned and undated": "signature-date",
        "a fragment on renewal": "renewal-mode",
        "a committee created by one clause, allowed by another": "committee",
        "three keepers of the secretariat": "secretariat",
        "this body, after two bodies": "ambiguous-body",
        "the same tasks for two bodies": "same-powers",
        "an avenant that may be signed, and one that must": "amendment-optional",
        "seven annexes counted": "annex-count",
        "annexes listed in contents that are not there": "annex-list",
        "annexes that are titles only": "annex",
        "an annex without the indicators said to be there": "indicators-missing",
        "a délibération older than the decisions of the Caf": "acts-apart",
        "a signatory spelled two ways": "signatory-spelling",
        "a third committee in an annex": "body-in-annex",
        "a stray bracket": "template-trace",
        "and/or": "template-choice",
        "a share that the counts do not give": "figures",
        "outside the powers of the party": "outside-powers",
        "the same list twice": "repeated-list",
        "a law under the title of an older one": "law-title",
        "no time to answer a request for data": "reply-delay",
        "no quorum, no vote": "voting",
        "from when the notice runs": "notice-clock",
        "no cadence of the committee": "meeting-cadence",
        "annexes put off until later": "annex-deferred",
        "names that no party bears": "undefined-name",
        "the final review comes when the committee is over": "final-review",
    },
    "sceaux-2021": {
        "the day of the délibération is blank": "deliberation-date",
        "a president who signs without being announced": "signatories",
        "signed after the start": "retroactive-start",
        "mutual consent in the title, one party in the clause": "termination-title",
        "no form for the denunciation": "notice-form",
        "indicators said to be in the annex of another": "annex-reference",
        "an annex placed after the last one": "annex-order",
        "a row of a table left blank": "blank-row",
        "sheets to be added later": "annex-deferred",
        "later annexes where silent changes are sanctioned": "deferred-change",
        "a time that runs from sending": "cure-clock",
        "a name that is never used": "unused-name",
        "a name of the model left over": "template-choice",
        "plurals of the model left over": "template-trace",
        "one original for each of three signatories": "originals",
        "powers of one party only": "asymmetric-powers",
        "the board was only informed": "board-decision",
        "the day of signature is incomplete": "signature-date",
        "no time to answer a request for data": "reply-delay",
        "no quorum, no vote": "voting",
        "from when the notice runs": "notice-clock",
        "annexes without their content": "annex",
        "a committee that only an annex knows": "body-in-annex",
        "a name that no party bears": "undefined-name",
        "the final review comes when the committee is over": "final-review",
    },
}


def findings(name: str) -> tuple[Finding, ...]:
    return read((TEXTS / f"{name}.txt").read_bytes()).findings


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_careful_reader_finds_is_found_and_nothing_else(name: str) -> None:
    found = sorted(finding.about for finding in findings(name))
    assert found == sorted(set(EXPECTED[name].values()))


@pytest.mark.parametrize("name", EXPECTED)
def test_each_finding_is_told_with_its_words_and_what_to_do(name: str) -> None:
    for finding in findings(name):
        assert finding.sentence.endswith(".") and finding.advice.endswith("."), finding.about
        assert "'" not in finding.sentence.split("«")[0] + finding.advice, finding.about
        assert finding.sources and all(source.quote for source in finding.sources), finding.about


# Two passages that do not agree are both shown.
TWO_PASSAGES = {
    "saves-2015": (
        "committee", "secretariat", "same-powers", "ambiguous-body", "amendment-optional", "acts-apart",
        "signatory-spelling", "figures", "repeated-list", "annex-count", "indicators-missing",
    ),
    "sceaux-2021": ("signatories", "termination-title", "annex-reference", "deferred-change", "retroactive-start"),
    "rouen-2019": ("title-years", "committee"),
    "finistere-2016": ("framework-lapses", "final-review"),
    "bas-rhin-2013": ("late-renewal", "reworded"),
}  # fmt: skip


@pytest.mark.parametrize("name", TWO_PASSAGES)
def test_a_contradiction_shows_both_passages(name: str) -> None:
    sources = {finding.about: finding.sources for finding in findings(name)}
    for about in TWO_PASSAGES[name]:
        assert len({source.start for source in sources[about]}) > 1, about


def test_what_needs_nothing_only_informs() -> None:
    light = {"voting", "first-chair", "law-title", "reply-delay", "annex-deferred", "template-trace", "unused-name"}
    every = [finding for name in EXPECTED for finding in findings(name) if finding.about in light]
    assert {finding.about for finding in every} == light
    assert {finding.severity for finding in every} == {Severity.INFORMATION}
