"""What the text says twice differently of its bodies, and what it leaves open about them."""

from collections.abc import Iterable, Iterator

from convenir.core.findings import Finding, Oddity
from convenir.core.source import Source
from convenir.core.terms import Terms
from convenir.core.terms.evaluation import Evaluation, Moment, Review
from convenir.core.terms.governance import (
    ChairRule,
    Committee,
    CommitteePowers,
    Level,
    MeetingCadence,
    MeetingSequence,
    SecretariatRule,
    Turn,
    body_key,
)
from convenir.core.terms.plan import Milestone
from convenir.reader.french.marking import marked
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, pattern
from convenir.reader.lint.passages import BINDING, Hit, hits
from convenir.reader.lint.telling import blocking, information, listed, quoted, warning
from convenir.reader.outline import Block, BlockKind, Outline, Passage
from convenir.reader.wordings.governance.body_names import mentions
from convenir.reader.wordings.governance.meeting_words import cadence as cadence_of
from convenir.reader.wordings.holders import everybody

_VOTE = Shape(
    r"\bquorum\b|\bvoix\b|\bvot(?:e|es|ent|er|ant)\b|\bunanimite\b"
    r"|\bmajorite (?:des (?:voix|membres|presents|suffrages)|simple|absolue|qualifiee|relative)\b|\bconsensus\b"
    r"|\bdecision\w* .{0,60}d'un commun accord|\bd'un commun accord .{0,40}decision"
)
# A body of which an annex alone speaks may be one that follows the evaluation only.
_OF_ANNEX = pattern(
    r"\bcomites? (?:de (?:pilotage|suivi|coordination)(?: de l'evaluation)?|techniques?|strategiques?|d'evaluation)\b"
)
_THIS_BODY = Shape(r"^(?:cette|l') ?instance\b|^ce comite\b(?! (?:de|d'|technique|strategique|local))")
_MEETS = Shape(
    r"\bse reuni\w*|\b(?:est|sera) reuni|\breunions? (?:annuel|semestriel|trimestriel|mensuel)"
    r"|\btient .{0,20}seances?\b"
)
# Words with which a text says who sits in a body.
_SEATED = Shape(
    r"\bcompos\w+|\bmembres\b|\brepresentants?\b|\brassembl|\bsieg|\bassoci|\bformee? d|\bcomprend|\binvit|\bconvi"
    r"|\breuni\w* (?:les|des|deux|trois|quatre|cinq|six)\b|\bprefet|\bmaires?\b|\belue?s\b"
)
_PER_THEME = Shape(r"\bpar (?:thematique|theme|axe)\b|\bpour chaque (?:thematique|theme|axe)\b")
_IF_NEEDED = Shape(r"\bsi besoin\b|\bsi necessaire\b|\beventuellement\b|\ble cas echeant\b")


# --- said twice ----------------------------------------------------------------------------------------------


def secretariat(_: Outline, terms: Terms) -> Iterator[Finding]:
    """One secretariat given to two holders, or to somebody who is no party."""
    rules = tuple(terms.every(SecretariatRule))
    nobody = [rule for rule in rules if _names_nobody(rule)]
    holders = _holders(rules)
    twice = [rule for rule in rules if rule.holders and len(holders[rule.body, rule.technical]) > 1]
    concerned = rules if nobody and len(rules) > 1 else tuple(twice) or tuple(nobody)
    if not concerned:
        return
    names = tuple(dict.fromkeys(rule.words for rule in concerned))
    told = " ; ".join(f"« {name} »" for name in names)
    sources = tuple(rule.source for rule in concerned)
    advice = "Convenez par écrit de qui le tient ; d’ici là, aucune partie ne peut être tenue en défaut."
    if len(names) > 1:
        sentence = f"Le texte donne plusieurs réponses à la question de savoir qui tient le secrétariat : {told}."
        yield blocking("secretariat", Oddity.CONTRADICTORY, sentence, advice, *sources)
    else:
        sentence = f"Le texte confie le secrétariat à {told}, qui ne désigne aucune des parties."
        yield warning("secretariat", Oddity.AMBIGUOUS, sentence, advice, *sources)


def _names_nobody(rule: SecretariatRule) -> bool:
    return rule.turn is Turn.HELD and bool(rule.words) and not rule.holders and not everybody(flat(rule.words))


def _holders(rules: Iterable[SecretariatRule]) -> dict[tuple[str, bool], set[frozenset[str]]]:
    """Who keeps each secretariat, as each rule says it."""
    found: dict[tuple[str, bool], set[frozenset[str]]] = {}
    for rule in rules:
        if rule.holders:
            found.setdefault((rule.body, rule.technical), set()).add(frozenset(rule.holders))
    return found


def created_twice(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A body that one clause creates and another only allows, or that a calendar holds for optional."""
    bodies = tuple(terms.every(Committee))
    for firm in bodies:
        if firm.optional:
            continue
        allowed = [other.source for other in bodies if other.body == firm.body and other.optional]
        allowed += [step.source for step in terms.every(Milestone) if _may_be_held(step, firm)]
        if allowed:
            yield warning(
                "committee",
                Oddity.CONTRADICTORY,
                f"Une clause crée cette instance ({firm.name}), une autre dit seulement qu’elle peut être créée.",
                "Le corps de la convention est retenu : l’instance doit exister.",
                firm.source,
                *allowed,
            )


def _may_be_held(step: Milestone, firm: Committee) -> bool:
    """Whether a step of the calendar sets the body up only if need be."""
    told = flat(f"{step.label} {step.words}")
    return step.planned is None and body_key(step.label) == firm.body and _IF_NEEDED.search(told) is not None


def cadence_twice(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """A body that two sentences make meet a different number of times: the terms keep the first one."""
    known = {rule.body: rule for rule in terms.every(MeetingCadence)}
    for passage in outline.passages(*BINDING) if known else ():
        meets = _MEETS.search(passage.flat) is not None
        body = _only_body(passage) if meets else ""
        rule = known.get(body)
        said = cadence_of(marked(passage.sentence.words, passage.flat)) if rule else None
        if rule and said and (said.count, said.per) != (rule.count, rule.per):
            yield warning(
                "cadence-twice",
                Oddity.CONTRADICTORY,
                f"Deux phrases ne font pas se réunir aussi souvent la même instance ({_name(terms, body)}).",
                "Retenez le corps de la convention plutôt que l’annexe, et faites préciser le texte par avenant.",
                rule.source,
                outline.quote(passage),
            )


def _only_body(passage: Passage) -> str:
    """The body that a sentence names, if it names no other."""
    bodies = {body_key(mention.name) for mention in mentions(" ".join(passage.sentence.words.split()))}
    return bodies.pop() if len(bodies) == 1 else ""


def same_powers(_: Outline, terms: Terms) -> Iterator[Finding]:
    """The same task given to two bodies."""
    holders: dict[str, CommitteePowers] = {}
    for rule in terms.every(CommitteePowers):
        shared = [holders[flat(power)] for power in rule.powers if flat(power) in holders]
        other = next((one for one in shared if one.body != rule.body), None)
        if other is not None:
            yield warning(
                "same-powers",
                Oddity.CONTRADICTORY,
                "Le texte confie les mêmes missions à deux instances : "
                f"{_name(terms, other.body)} et {_name(terms, rule.body)}.",
                "Convenez de laquelle décide ; d’ici là, faites passer ces sujets devant les deux.",
                other.source,
                rule.source,
            )
        holders |= {flat(power): rule for power in rule.powers if flat(power) not in holders}


def ambiguous_body(outline: Outline, _: Terms) -> Iterator[Finding]:
    """«Cette instance», after sentences about two different bodies."""
    for block in outline.clauses():
        yield from _ambiguous_in(outline, block)


def _ambiguous_in(outline: Outline, block: Block) -> Iterator[Finding]:
    named: list[tuple[str, Source]] = []
    for passage in outline.inside(block):
        if _THIS_BODY.search(passage.flat) and len({body for body, _ in named[-2:]}) > 1:
            yield warning(
                "ambiguous-body",
                Oddity.AMBIGUOUS,
                f"{quoted(passage.sentence.words.strip(' :'))} peut désigner l’une ou l’autre de deux instances.",
                "Appliquez la clause aux deux instances, ou faites préciser laquelle est visée.",
                outline.quote(passage),
                *(source for _, source in named[-2:]),
            )
            return
        # A sentence that names several bodies creates them; it is about none of them more than about the others.
        body = _only_body(passage)
        if body:
            named.append((body, outline.quote(passage)))


# --- left open -----------------------------------------------------------------------------------------------


def cadence(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Bodies of which the text does not say how often they meet."""
    paced = {rule.body for rule in terms.every(MeetingCadence)} | {rule.first for rule in terms.every(MeetingSequence)}
    silent = [one for one in terms.every(Committee) if one.body not in paced and not _by_theme(one)]
    if not silent:
        return
    yearly = _yearly(terms) & {body.body for body in silent}
    steering = any(one.level is Level.STEERING for one in silent)
    build = warning if steering and not yearly else information
    names = listed(list(dict.fromkeys(one.name for one in silent)))
    yield build(
        "meeting-cadence",
        Oddity.SILENT,
        f"Le texte ne dit pas combien de fois par an se réunit : {names}.",
        "L’évaluation annuelle suppose au moins une réunion par an ; convenez d’un calendrier."
        if yearly
        else "Convenez d’un calendrier : sans lui, aucune réunion ne peut être dite en retard.",
        *(one.source for one in silent),
    )


def _yearly(terms: Terms) -> set[str]:
    """The bodies that have their part in a yearly evaluation or review."""
    yearly = {one.body for one in terms.every(Evaluation) if one.moment is Moment.YEARLY}
    return yearly | {one.body for one in terms.every(Review) if one.moment is Moment.YEARLY}


def thematic(_: Outline, terms: Terms) -> Iterator[Finding]:
    """Thematic committees of which the text gives neither list, nor members, nor cadence, nor who leads them."""
    led = {rule.body for rule in terms.every(ChairRule)} | {rule.body for rule in terms.every(MeetingCadence)}
    open_ = [one for one in terms.every(Committee) if _by_theme(one) and not one.composition and one.body not in led]
    if open_:
        names = listed([one.name for one in open_])
        yield warning(
            "thematic-committees",
            Oddity.SILENT,
            f"Le texte crée des instances par thème ({names}) sans dire lesquelles, qui y siège ni quand.",
            "Arrêtez leur liste, leurs membres et leur calendrier par un écrit des parties.",
            *(one.source for one in open_),
        )


def _by_theme(committee: Committee) -> bool:
    named = "thematique" in flat(committee.name)
    return committee.by_theme or named or _PER_THEME.search(flat(committee.source.quote)) is not None


def composition(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Bodies of which the text does not say who sits in them."""
    known = {one.body for one in terms.every(Committee) if one.composition or one.parity or one.seats}
    known |= {one.body for one in terms.every(Committee) if _by_theme(one) or _says_who_sits(outline, one)}
    bare = [one for one in terms.every(Committee) if one.body not in known]
    if bare:
        names = listed(list(dict.fromkeys(one.name for one in bare)))
        yield information(
            "composition",
            Oddity.SILENT,
            f"Le texte ne dit pas qui siège dans : {names}.",
            "Demandez à chaque partie de désigner par écrit ses représentants.",
            *(one.source for one in bare),
        )


def _says_who_sits(outline: Outline, committee: Committee) -> bool:
    """Whether the article that makes a body speaks of members, whatever was read of them."""
    start = committee.source.start or 0
    home = next((block for block in outline.clauses() if block.start <= start < block.end), None)
    return home is not None and any(_SEATED.search(passage.flat) for passage in outline.inside(home))


def first_chair(_: Outline, terms: Terms) -> Iterator[Finding]:
    """A chair held in turn, without saying who begins."""
    turns = [rule for rule in terms.every(ChairRule) if rule.turn is Turn.ALTERNATE]
    if turns:
        yield information(
            "first-chair",
            Oddity.SILENT,
            "La présidence ou l’animation alterne, sans que le texte dise qui commence.",
            "Enregistrez qui préside la première réunion : l’alternance s’en déduit.",
            *(rule.source for rule in turns),
        )


def voting(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """No quorum, no vote, no casting vote anywhere."""
    bodies = tuple(terms.every(Committee))
    if bodies and next(hits(outline, _VOTE), None) is None:
        yield information(
            "voting",
            Oddity.SILENT,
            "Le texte ne prévoit ni quorum, ni vote, ni voix prépondérante dans les instances.",
            "Décidez d’un commun accord, et consignez chaque décision dans un relevé.",
            *(one.source for one in bodies[:1]),
        )


def only_in_annex(outline: Outline, terms: Terms) -> Iterator[Finding]:
    """Bodies that only an annex names, though articles create others."""
    if all(one.source.article.startswith("annexe") for one in terms.every(Committee)):
        return
    named: dict[str, Hit] = {}
    for hit in hits(outline, _OF_ANNEX, BlockKind.ANNEX):
        named.setdefault(flat(hit.words), hit)
    known = _words_of_articles(outline) if named else ""
    late = {name: hit for name, hit in named.items() if name not in known}
    if late:
        yield information(
            "body-in-annex",
            Oddity.NOTED,
            f"Seule une annexe parle de cette instance : {listed([quoted(hit.words) for hit in late.values()])}.",
            "Vérifiez que les parties entendaient la créer, et quelles règles s’y appliquent.",
            *(hit.source for hit in late.values()),
        )


def _words_of_articles(outline: Outline) -> str:
    articles = outline.of(BlockKind.ARTICLE, BlockKind.BODY)
    return " ".join(" ".join(flat(outline.text[block.start : block.end]).split()) for block in articles)


def _name(terms: Terms, body: str) -> str:
    """What the text calls a body."""
    return next((one.name for one in terms.every(Committee) if one.body == body), "une instance")


CHECKS = (
    secretariat,
    created_twice,
    cadence_twice,
    same_powers,
    ambiguous_body,
    cadence,
    thematic,
    composition,
    first_chair,
    voting,
    only_in_annex,
)
