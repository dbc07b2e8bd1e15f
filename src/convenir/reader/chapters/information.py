"""What the parties tell each other and the public, and what they keep secret."""

import re
from collections.abc import Iterator

from convenir.core.terms import Term
from convenir.core.terms.information import (
    Communication,
    Confidentiality,
    MutualInformation,
    PriorConsultation,
    SourceMention,
)
from convenir.reader.context import Context
from convenir.reader.french.marking import T
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat, pattern, tidy
from convenir.reader.outline import BlockKind, Outline
from convenir.reader.passages import Said
from convenir.reader.wordings.forces import force
from convenir.reader.wordings.lists import list_after

_INFORM = pattern(
    r"\bse tien(?:nent|dront) (?:mutuellement |regulierement |reciproquement )*informee?s?\b|"
    r"\bporte(?:nt|ra)? a la connaissance de l'autre\b|"
    r"\binforme(?:nt|ra)? (?:sans delai |sans tarder |prealablement |regulierement )+l'autre\b|\ben informe l'autre\b|"
    r"\bs'informe(?:r|nt|ront) (?:sans delai|prealablement|des?|de tout)\b|"
    r"\bs'informe(?:r|nt) (?:mutuellement|reciproquement|l'un l'autre)\b|\bs'informe(?:r|nt) regulierement\b|"
    r"\bse (?:communiquer|communiquent|transmettre|transmettent)\b.*\b(?:informations?|utiles?)\b|\b(?:avise|"
    r"informe|avertit|previent) l'autre\b|"
    r"\b(?:fournit|communique|transmet) a l'autre les informations\b|\bse tenir (?:reciproquement|"
    r"mutuellement)? ?(?:informe\w*|au courant)\b|"
    r"\binformation (?:mutuelle|reciproque)\b"
)
_MATTERS = pattern(
    r"\b(?:concernant|relative?s? a|sur|de toute|de tout|des|portant sur|quant a|de l'|de la"
    r"|du) ?(?P<what>[^.;:]{6,300})"
)
_TELLS = pattern(
    r"\b(?:mutuellement|reciproquement|l'un l'autre|regulierement|l'autre(?: partie)?|au courant|informee?s?)\b"
)
# «toutes les informations utiles» limits nothing.
_ALL = pattern(
    r"\b(?:toutes? (?:les )?informations?|informations? utiles?|tout ce qui|l'execution|la mise en oeuvre"
    r"|la mise en œuvre)\b"
)
_AND = pattern(r",? ?(?:(?:ainsi que|et|ou|,) )(?:de |d')?(?=(?:l'|la |le |les |leurs? |toute? |un |une |des |de ))")
# The notice of a party that leaves, or of a dispute, is another clause.
_ENDS = pattern(
    r"\b(?:resiliation|denonciation|duree|fin|retrait|sortie|litiges?|differends?|avenants?" r"|modifications?)\b"
)
_LEAVES = pattern(r"\b(?:resili\w+|denonc\w+|se retire\w*|mettre fin)\b")
# What a list of matters is for is no matter.
_FOR = pattern(
    r",? (?:afin d|pour (?:que|permettre)|en vue d|dans (?:les|le|la) (?:champs?|cadre|domaines?|limite)"
    r"|au moins|<t)"
)
_AHEAD = Shape(rf"{T}(?: au moins)? (?:a l'avance|avant|au prealable)\b")
_SUBJECTS = pattern(
    r"\b(?:concertation prealable|se concert\w+|consult\w+|echanges? prealables?)\b[^.;:]{0,60}?"
    r"\b(?:sur|avant|relative?s? a|concernant) (?P<what>(?:tout(?:e|es|s)? |les? |la |l'|des |leurs? )?[^.;:,]{4,120})"
)
_MAJOR = pattern(r"\b(?:d'importance|majeure?s?|importante?s?|structurante?s?|d'envergure|substantiel\w*)\b")
_CONCERNS = pattern(
    r"\b(?:susceptibles? d(?:'|e )?(?:interesser|concerner)|(?:interess|concern)\w+ l'autre|interet commun)\b"
)
_CONSULT = pattern(
    r"\bconcertation prealable\b|\bechanges prealables\b|\bse concerte(?:r|nt) (?:en amont|prealablement|avant)\b|"
    r"\bl'en entretient avant\b|\b(?:consulte|consultent|se consultent) (?:prealablement|avant)\b|"
    r"\bprealablement concerte"
)
_SOURCE = pattern(
    r"\b(?:mentionne\w*|cite\w*|indique\w*|citee|rappele\w*|precise\w*|signale\w*)\b.*\b(?:la|les) sources?\b|"
    r"\b(?:la|les|leurs?|sa) sources?\b.*\b(?:mentionnee?s?|citee?s?|indiquee?s?|precisee?s?|rappelee?s?)\b|"
    r"\b(?:mentionn|cit|indiqu|precis|rappel)\w* (?:toujours |systematiquement )?(?:leurs?|sa) sources?\b(?! de )|"
    r"\ben cite la source\b|\b(?:mentionne\w*|cite\w*|indique\w*|precise\w*|rappel\w*) (?:toujours |systematiquement )?"
    r"(?:leur|sa|la|l')\s?(?:provenance|origine)\b(?! (?:geo|soci|des? (?!donnees|chiffres)))"
    r"|\bla mention \"? ?source\b|\b(?:mentionne|cite|indique)\w* [^.;]{2,40} comme (?:la )?source\b"
    r"|\bmention\w* \"? ?source ?:|\" ?sources? ?:"
    r"|\b(?:indication|mention|rappel|citation) (?:de (?:la|leur|leurs|sa|ses)|de l'|du) ?"
    r"(?:sources?|provenance|origine|producteur|auteur|nom d)\b"
    r"|\b(?:cite|nomme|credite|mentionne|designe|indique|rappelle)\w* (?:l'|le |leur |son |les |leurs )(?:auteur"
    r"|producteur)s?\b"
    r"|\bd'ou (?:ils?|elles?|ces [a-z]+|celles-ci|ceux-ci) (?:vien|provien|emane|sont (?:tire|issu|extrait))"
    r"|\b(?:ecri|indiqu|precis|signal|mention|rappel)\w* qu'(?:ils?|elles?) (?:sont (?:issu|tire|extrait)|provien"
    r"|emane|vien)"
    r"|\b(?:port|comport|fai(?:t|re|sant) figurer|inscri|assorti|accompagn|suivi)\w* ?(?:e?s? )?(?:de |d')?"
    r"(?:la |le |leur |sa )?(?:nom (?:de (?:leur|son) |du )?)?(?:sources?|provenance|origine|producteur)\b"
    r"|\bsans (?:que )?(?:en |d'en )?(?:citer |indiquer |mentionner |ecrire )?(?:leur|la|sa) sources?\b"
)
_INTERNAL = pattern(r"\b(?:internes?|en interne|usage propre)\b")
_EXTERNAL = pattern(
    r"\b(?:externes?|a l'exterieur|en externe|(?:destine|diffuse|remis|accessible)e?s? au public|rendue?s? publi\w+"
    r"|(?:ou|comme|et) (?:a usage )?publi(?:c|cs|que|ques))\b"
)
_DATA = pattern(
    r"\b(?:donnees?|statistiques?|graphiques?|cartes?|chiffres?|documents?|supports?|publications?|etudes|diffusion"
    r"|reproduction|publi(?:e\w*|ons|ant)|exploitation|tableaux?|rapports?|informations (?:transmises|statistiques))\b"
)
_COMMUNICATE = pattern(r"\bcommuni(?:cation|quent|que)\b")
_TOGETHER = pattern(
    r"\bd'un commun accord\b|\ben commun\b|\bconjointe(?:ment|s)?\b|\bensemble\b|\ben concertation\b|"
    r"\bde concert\b|\bvalidee?s? par (?:les|chaque)\b|"
    r"\bconcertee?s?\b|\bsoume(?:t|ttent|ttra) (?:[\w']+ ){0,3}?a l'(?:autre|accord)\b|"
    r"\baccord (?:prealable |expres )?(?:de l'autre|des deux|de chaque)\b"
)
_LOGOS = pattern(r"\blogos?\b|\blogotypes?\b|\bemblemes?\b|\bidentites? visuelles?\b")
_MENTION = pattern(
    r"\bmentionne\w*\b|\brappel(?:le|lent|lant|er)\b|\bfai(?:t|re|sant) (?:etat|mention)\b|\bsignale\w* la part\b"
    r"|\bcite\w*\b|"
    r"\bfaire connaitre l'apport\b|"
    r"\bvaloriser les contributions\b"
)
_OTHER_PARTY = pattern(
    r"\bl'autre\b|\b(?:chacun des|les (?:deux|trois|quatre|cinq)) (?:parties|partenaires|signataires)\b|"
    r"\bcooperation\b|\bpartenariat\b|\bpart prise\b|\bsoutien de la caf\b|\bcontributions respectives\b"
)
_PROMOTE = pattern(
    r"\bvaloris(?:er|ent|e)\b.*\bpartenariat\b|\b(?:promouvoir|promeu\w*|promouv\w+|(?:faire|font|fait) connaitre)\b"
    r"[^.;]*\b(?:partenariat|convention)\b"
)
_SECRET = pattern(
    r"\bsecret professionnel\b|\bdiscretion\b|\bconfidentialite\b|\bconfidentiels?\b|\bconfidentielles?\b|"
    r"\bastreints? au secret\b|\bgarde(?:nt|ra|ront)? (?:le )?secret\b|\b(?:ne|interdi\w*)\b[^.;]{0,40}\bdivulg\w+"
)
_SURVIVES = pattern(
    r"\bapres (?:son|sa|la|le|l') ?(?:expiration|fin|terme|cessation|echeance|resiliation|achevement)\b|"
    r"\bsurvi(?:t|vra|vent)\b|\bsubsiste\w*\b|"
    r"\bune fois qu'elle a cesse\b|\bperdure\w*\b|\bdemeure\w* (?:\w+ ){0,3}(?:apres|au-dela)\b|"
    r"\bsans limitation de duree\b|"
    r"\bau-dela (?:de (?:la|son|sa|l')|du) ?(?:\w+ )?(?:terme|fin|duree|expiration)|"
    r"\bapres la (?:date d')?expiration\b|\bapres l'expiration\b|"
    r"\bcomme apres\b|\bet apres\b|\ba l'issue de (?:la|celle)"
)


def terms(outline: Outline, context: Context) -> Iterator[Term]:
    """The clauses of this chapter; one of each at most, but every mention of sources."""
    sentences = context.said
    bound = tuple(each for each in sentences if each.block.kind is not BlockKind.ANNEX)
    # An annex about data may tell of sources what no article does.
    shared = (each for each in sentences if each.block.kind is not BlockKind.ANNEX or _DATA.search(each.title))
    yield from _information(bound)
    yield from _consultation(bound)
    sourced = tuple(each for each in shared if _SOURCE.search(each.plain))
    about = (each for each in sourced if _DATA.search(each.plain) or _DATA.search(each.title))
    yield from (_source_mention(each) for each in about)
    yield from _communication(bound)
    yield from _confidentiality(bound)


def _source_mention(each: Said) -> SourceMention:
    """On every document, unless the sentence names only those for the public, or only the others."""
    inside, outside = _INTERNAL.search(each.plain) is not None, _EXTERNAL.search(each.plain) is not None
    return SourceMention(internal=inside or not outside, external=outside or not inside, source=each.source)


def _information(sentences: tuple[Said, ...]) -> Iterator[MutualInformation]:
    each = next((each for each in sentences if _INFORM.search(each.plain) and not _ends_it(each)), None)
    if each:
        yield MutualInformation(
            matters=_matters(each), before=each.marked.delay(_AHEAD), force=force(each.words), source=each.source
        )


def _ends_it(each: Said) -> bool:
    return _ENDS.search(each.title) is not None or _LEAVES.search(each.plain) is not None


def _matters(each: Said) -> tuple[str, ...]:
    """What the parties tell each other, in the words of the text; nothing where it is all that is useful."""
    if each.line.endswith(":"):
        found = list_after(each.block, each.paragraph)
        return found.items if found else ()
    told = (_MATTERS.match(each.plain, said.end() + 1) for said in _TELLS.finditer(each.plain))
    what = next((found for found in told if found), None)
    if what is None or _ALL.search(what["what"]):
        return ()
    start, end = what.span("what")
    ends = _FOR.search(each.plain, start, end)
    end = ends.start() if ends else end
    cuts = [start, *(place for cut in _AND.finditer(each.plain, start, end) for place in cut.span()), end]
    named = (tidy(each.line[begin:stop]) for begin, stop in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(re.sub(r"^(?:la |les? |l['’]|leurs? |des |de )+", "", name).strip(" ,") for name in named)


def _consultation(sentences: tuple[Said, ...]) -> Iterator[PriorConsultation]:
    each = next((each for each in sentences if _CONSULT.search(each.plain)), None)
    if each is None:
        return
    what = _SUBJECTS.search(each.plain)
    subject = (
        re.sub(r"^(?:tou\w+ |les? |la |l['’]|des |leurs? )+", "", tidy(each.line[slice(*what.span("what"))]))
        if what
        else ""
    )
    plain = re.sub(r"\s(?:majeur|important|structurant)e?s?\b", "", subject)
    yield PriorConsultation(
        subjects=(plain,) if plain else (),
        major_only=what is not None and _MAJOR.search(flat(subject)) is not None,
        if_concerned=_CONCERNS.search(each.plain) is not None,
        force=force(each.words),
        source=each.source,
    )


def _communication(sentences: tuple[Said, ...]) -> Iterator[Communication]:
    """The communication clause, gathered over the article that bears that title."""
    home = [
        each
        for each in sentences
        if each.block.kind is BlockKind.ARTICLE
        and _COMMUNICATE.search(each.title)
        and not re.search(r"\bdonnees\b", each.title)
    ]
    # Without such an article, the sentence on the logos of the parties.
    home = (
        home or [each for each in sentences if each.block.kind is BlockKind.ARTICLE and _LOGOS.search(each.plain)][:1]
    )
    if not home:
        return
    words = [each.plain for each in home]
    yield Communication(
        joint_decision=any(_TOGETHER.search(line) and _COMMUNICATE.search(line) for line in words),
        logos=any(_LOGOS.search(line) for line in words),
        mention=any(_MENTION.search(line) and _OTHER_PARTY.search(line) for line in words),
        promote=any(_PROMOTE.search(line) for line in words),
        source=home[0].source,
    )


def _confidentiality(sentences: tuple[Said, ...]) -> Iterator[Confidentiality]:
    """The duty of secrecy, from the article of that title, else from a sentence that binds the parties to it."""
    articles = [each for each in sentences if each.block.kind is BlockKind.ARTICLE]
    home = [each for each in articles if _SECRET.search(each.title)]
    held = [
        each for each in (home or articles) if _SECRET.search(each.plain) or (home and _SURVIVES.search(each.plain))
    ]
    if not held:
        return
    near = [each for each in articles if each.block is held[0].block]
    survives = any(_SURVIVES.search(each.plain) for each in (near if home else held))
    yield Confidentiality(survives=survives, source=(held or near)[0].source)
