"""How texts say that a convention may end before its term: the power, its ground, its holders, its notice."""

import re

from convenir.core.delays import Delay
from convenir.core.terms.termination import Ground
from convenir.reader.context import Context
from convenir.reader.holders import everybody
from convenir.reader.marking import Marked, T
from convenir.reader.shapes import Shape

# --- the power -----------------------------------------------------------------------------------------------

# «Mettre fin à l'accès au service» ends something else than the convention.
_ELSEWHERE = (
    r"(?! (?:aux|au|a la|a l'|a cette|a cet|a ce|a son|a sa|a ses|a tout|a toute) ?(?!present|convention|accord"
    r"|charte|contrat"
    r"|ctg|protocole|partenariat|cooperation|collaboration|relations|engagement|adhesion|participation|dit|moment"
    r"|instant|date|issue|expiration|echeance|fin\b|suite|terme|demande|initiative)\w)"
)
_END = (
    rf"(?:resili\w+|denonc\w+|(?:mettre|mise?|mise a|met|mettra) (?:un terme|fin){_ELSEWHERE}"
    r"|prendre fin|prenne fin|rompre|rompue?|se retirer|s'en retirer|retrait|se (?:desengager|degager)|interrompue?"
    r"|interrompre (?:la|cette|l'accord)"
    r"|y renoncer(?=[^.]*(?:preavis|prevenant|avertissant|lettre|recommande))"
    r"|(?:la|le|l'|en) ?(?:quitter|arreter|sortir)|sortir de (?:la|l'|cette)|cesser (?:leurs relations|d'y participer)"
    r"|quitter (?:le (?:reseau|partenariat|dispositif)|la (?:convention|charte|demarche)|l'accord)"
    r"|(?:s'opposer|renoncer) a (?:la|sa|cette|toute) (?:tacite )?(?:reconduction|prolongation|prorogation))"
)
_MAY = (
    r"(?:peut|pourra|peuvent|pourront|pourrait|pourraient|sera|seront|serait|est|entrainer\w*|entraine|faculte|reserve"
    r"|droit|possibilite|decid\w+|souhait\w+|permet\w*|autorise|resilie|denonce)"
)
_POWER = Shape(
    rf"\b{_MAY}\b[^.]{{0,140}}?\b{_END}|\b(?:resiliation|denonciation"
    rf"|retrait)\b[^.]{{0,80}}?\b(?:peut|pourra|pourrait|intervien\w+|doit|devra|prononce\w*|initiative|resulte\w*"
    rf"|est (?:possible|notifiee|acquise|encourue)|s'effectue|se fait|par l'une)|\b{_END}[^.]{{0,60}}? par (?:l'une"
    r"|chacune|chaque|la caf)|\b(?:peut|pourra|pourrait) (?:egalement |aussi )?l'etre\b"
    r"|\b(?:le|l') ?(?:sera|est|serait) (?:aussi |egalement )?de plein droit|\bresiliation (?:d'un commun accord"
    r"|amiable) |\b(?:resilie|denonce) (?:de plein droit )?(?:la|cette) (?:presente )?convention\b"
)
# Most sentences hold none of these: the pattern above is only tried on the others.
_ANY_END = Shape(rf"\b{_END}|\bl'etre\b|\bde plein droit\b")
# «La convention s'éteint en cas de force majeure»: the end itself, whose ground alone shows that it is an early one.
_ENDS_ITSELF = Shape(
    r"\b(?:prend(?:ra)? (?:egalement |aussi )?fin|cesse(?:ra)?|s'eteint|s'eteindra|devien(?:t|dra) caduque?"
    r"|est (?:rompue?|resolue?|annulee?|caduque?))\b"
)
_FORMAL_NOTICE = Shape(
    r"\bmises? en demeure|\b(?:met(?:tra|trait|tre|tent)?|mise?|mettant)(?: [\w'-]+){0,5} en demeure\b"
)
_WITHOUT = Shape(r"\bsans (?:\w+ ){0,5}?mise en demeure|\bsans qu'il soit besoin[^.]{0,40}mise en demeure")

# Another contract than the convention; a sentence that names the convention too is kept.
FOREIGN = Shape(
    r"\b(?:bail|baux|polices?|assurances?|marches?|loyers?|abonnements?|agrements?|habilitations?|mise a disposition"
    r"|postes?|adhesions?|contrats? (?:de (?:pret|travail|location|maintenance|ville|prestations?|restauration)"
    r"|d'(?:assurance|entretien|occupation|accueil))|conventions? (?:annuelles?|de mise|d'occupation|de pret)"
    r"|une convention (?:de|d'|qu|distincte|separee))\b"
)
THIS = Shape(
    r"\b(?:la presente|cette|la|ladite) (?:convention|charte|ctg)\b|\bpresente? (?:acte|contrat|accord|avenant"
    r"|protocole)"
    r"|\b(?:l'accord|le protocole|le contrat(?! d)|aux presentes|le reseau)\b"
)
# Titles under which a sentence without name speaks of the end of the convention.
HOME = Shape(
    r"\b(?:resili\w+|denonc\w+|retrait|fin|sorti\w+|cess\w+|interruption|arret\w*|rupture|depart|terme|duree|temps"
    r"|vie|validite|manquements?|dispositions (?:diverses|finales|generales)|clauses finales|force majeure)\b"
)


# «En cas de résiliation, aucune indemnité n'est due», «la dénonciation de l'une n'emporte pas celle de l'autre».
_NO_EFFECT = Shape(
    r"^en cas de (?:resiliation|denonciation|rupture|retrait|fin anticipee)\b(?!.*\bpreavis)|"
    r"\bn'(?:emporte|entraine|implique|affecte)\w* (?:pas|aucun|ni)\b|\bne vaut pas\b"
)


def gives_power(words: str) -> bool:
    """Whether the words let a party, or an event, end the convention before its term.

    >>> gives_power("l'une des parties peut denoncer la convention"), gives_power("elle prend fin le <d0>")
    (True, False)
    >>> gives_power("la convention s'eteint de plein droit si un cas de force majeure en empeche l'execution")
    True
    >>> gives_power("le bail, de <t0>, peut etre resilie par le proprietaire")
    False
    """
    if (FOREIGN.search(words) and not THIS.search(words)) or _NO_EFFECT.search(words):
        return False
    if _ANY_END.search(words) and _POWER.search(words):
        return True
    return _ENDS_ITSELF.search(words) is not None and named(words) is not None


def formal_notice(words: str) -> bool:
    """Whether a formal notice comes first.

    >>> formal_notice("l'etat met la commune en demeure d'y remedier"), formal_notice("sans mise en demeure prealable")
    (True, False)
    """
    return _FORMAL_NOTICE.search(words) is not None and not _WITHOUT.search(words)


def speaks_of_fault(words: str) -> bool:
    """Whether the words tell a breach, or the formal notice that follows it."""
    return _FORMAL_NOTICE.search(words) is not None or _BREACH.search(words) is not None


# --- its ground ----------------------------------------------------------------------------------------------

_LAW = (
    r"(?:lois?\b|legislations?\b|reglements?\b|reglementations?\b|textes (?:en vigueur|applicables)"
    r"|(?:dispositions?|prescriptions?|obligations?|normes|regles|textes) (?:(?:legales?|legislatives?|reglementaires?"
    r"|legaux|legislatifs)\b|en vigueur)|droit (?:applicable|en vigueur))"
)
_AGAINST = (
    r"(?:infractions?|enfrein\w+|viol(?:e|ent|ation|er)|contrevien\w+|contrevenir|contravention|meconnai\w+"
    r"|meconnaissance|inobserv\w+|non-? ?(?:respect|observation|conformite)|irrespect|transgress\w+|contraires?"
    r"|ne respect\w+ (?:pas|plus)|(?:pas|plus) conforme)"
)
_UNLAWFUL = Shape(
    rf"\b{_AGAINST}\b(?:(?!\bengagement|\bstipulation|\bconvention|\bclause)[^.;]){{0,60}}?\b{_LAW}"
    r"|\billegalites?\b|\binfractions? (?:a|aux|avec) (?:la|les)"
)
_NO_AMENDMENT = Shape(
    r"\bmodifi[^.]{0,160}\b(?:sans (?:[^.]{0,60})?|autrement que [^.]{0,30}|non (?:constat|prevu|formalis)[^.]{0,30}"
    r"|n'a(?:it|yant)? pas [^.]{0,30})\bavenant|\bsans [^.]{0,40}\bavenant[^.]{0,80}\bmodifi"
    r"|\bmodifi[^.]{0,60}unilateral|\bchang\w+[^.]{0,80}\bsans (?:qu'un |un )?avenant"
)
_BREACH = Shape(
    r"\bnon-? ?(?:respect|execution|observation|realisation|paiement|versement)\b|\bmanqu(?:e|ent|ait|aient|er"
    r"|ements?)\b"
    r"|\binexecution|\bdefaillan|\binobservation|\bpour faute|\bfautes? (?:grave|lourde)s?|\bcarence|\bfautives?\b"
    r"|\bdefaut d'execution|\bdefaut de (?:respect|paiement|versement)|\bne satisfait|\bcontrevien|\bfautif"
    r"|\bne respect|\bn'execut|\bne remplit? (?:pas|plus)|\bne remplirait|\bne (?:tient|tiendrait) (?:pas|plus)"
    r"|\bviolation (?:d|par|grave)|\bn'honor|\bne se conform|\bne fait pas (?:ce qu|face)|\bmeconnai|\btrahi"
    r"|\bne (?:sont|seraient) pas (?:versees?|respectes?|tenus|remplies?|executees?|honores?)"
)
_MAJEURE = Shape(r"\bforce majeure\b|\bcas fortuit")
_INTEREST = Shape(r"\binterets? (?:general|public)\b")
_HOLDERS = r"(?:parties|signataires|partenaires|institutions|cocontractants|membres)"
_ALL_OF = rf"(?:entre|des?|de tous?|de toutes?)(?: les)?(?: deux| trois| quatre| cinq| six)? {_HOLDERS}"
_MUTUAL = Shape(
    r"\bdecision (?:conjointe|commune|concertee)|\b(?:d'un|de|d'|par) commun accord|\baccord (?:mutuel|commun)"
    r"|\bmutuel accord|\bconsentement (?:mutuel|reciproque"
    r"|commun)|\bmutuel consentement"
    r"|\ba l'amiable|\bamiable(?:ment)?\b"
    rf"|\baccord (?:ecrit |expres |conjoint |unanime )?{_ALL_OF}|\bconjointement par les {_HOLDERS}"
    rf"|\b{_HOLDERS} (?:peuvent|pourront)[^.;]{{0,40}}?\b(?:ensemble|convenir|s'accorder"
    r"|s'entendre)\b(?:(?!avant)[^.;]){0,30}?\b(?:de|pour|d'y) (?:y )?(?:mettre|cesser|resilier|rompre|denoncer)"
)
# «À défaut d'accord amiable, chacun peut…»: that way out is not a common one.
_NO_ACCORD = Shape(
    r"\b(?:a defaut|faute|en l'absence|en cas d'echec|apres echec|apres l'echec) (?:d|de)\b[^,.;]{0,60}"
    r"|\b(?:a defaut|faute) d'[^,.;]{0,60}"
)
_OR_BEFORE = Shape(r"\b(?:ou|soit)(?: encore| bien)? $")
_OR = Shape(rf"(?: (?:entre|des) (?:les )?(?:deux |trois )?{_HOLDERS})?,? ?(?:ou|soit)\b")
_GROUNDS = (
    (Ground.NO_AMENDMENT, _NO_AMENDMENT),
    (Ground.UNLAWFUL, _UNLAWFUL),
    (Ground.FORCE_MAJEURE, _MAJEURE),
    (Ground.PUBLIC_INTEREST, _INTEREST),
    (Ground.BREACH, _BREACH),
    (Ground.MUTUAL, _MUTUAL),
    (Ground.BREACH, Shape(r"(?<!sans )(?<!prealable )\bmises? en demeure|\bmet(?:tra)?(?: \w+){0,3} en demeure")),
)
_EVENTS = ((Ground.FORCE_MAJEURE, _MAJEURE), (Ground.PUBLIC_INTEREST, _INTEREST))
_PREAVIS = Shape(
    rf"\b(?:preavis|prevenance|prevenant|prevenir|avertissant|avertir|avisant|informant)\b[^.;]{{0,90}}?{T}"
)
_WISHES = r"(?:souhait|desir|entend|veut|voudrait|decid|envisag|prefer)"
_CONDITION = Shape(
    r"\b(?:de plein droit|dans le cas|dans l'hypothese|au cas|en cas d(?:e |')(?!resil"
    rf"|denonc|besoin|volonte|rupture|retrait)|lorsqu(?![^,.]{{0,60}}\b{_WISHES})|(?<!sauf )(?<!meme )si (?!elle"
    rf"|l'une|une? des|besoin"
    rf"|[^,.]{{0,60}}\b{_WISHES}))"
)


def named(words: str) -> Ground | None:
    """The ground that the words name, if any."""
    return next((ground for ground, shape in _GROUNDS if shape.search(words)), None)


def grounds(words: str) -> tuple[Ground, ...]:
    """The grounds that the words name; unilateral when a party may leave without a ground.

    >>> grounds("en cas de manquement, la convention peut etre resiliee de plein droit <t0> apres mise en demeure")
    (<Ground.BREACH: 'breach'>,)
    >>> grounds("chaque partie peut la denoncer avec un preavis de <t0>")
    (<Ground.UNILATERAL: 'unilateral'>,)
    >>> grounds("elle prend fin d'un commun accord, ou par denonciation de l'une des parties avec un preavis de <t0>")
    (<Ground.MUTUAL: 'mutual'>, <Ground.UNILATERAL: 'unilateral'>)
    >>> grounds("les partenaires peuvent aussi s'entendre par ecrit pour mettre fin au present accord")
    (<Ground.MUTUAL: 'mutual'>,)
    >>> grounds("elle est resiliee en cas de force majeure ou pour un motif d'interet general")
    (<Ground.FORCE_MAJEURE: 'force_majeure'>, <Ground.PUBLIC_INTEREST: 'public_interest'>)
    """
    words = _NO_ACCORD.sub("", words)
    mutual = _MUTUAL.search(words)
    # «d'un commun accord, ou par l'une des parties…»: two ways in one sentence.
    if mutual and _OR.match(words, mutual.end()):
        return (Ground.MUTUAL, *grounds(words[mutual.end() :]))
    if mutual and _OR_BEFORE.search(words, 0, mutual.start()):
        return (*grounds(words[: mutual.start()]), Ground.MUTUAL)
    events = sorted((found.start(), ground) for ground, shape in _EVENTS if (found := shape.search(words)))
    if len(events) > 1 and re.search(r"\bou\b", words[events[0][0] : events[1][0]]):
        return tuple(ground for _, ground in events)
    ground = named(words)
    if ground:
        return (ground,)
    # «En cas de désaccord, chaque partie peut partir avec un préavis…»: the condition leaves the choice to each.
    free = everybody(words) and _PREAVIS.search(words) is not None
    return () if _CONDITION.search(words) and not free else (Ground.UNILATERAL,)


# --- its holders ---------------------------------------------------------------------------------------------

_AGENT = Shape(
    r"\b(?:resili\w+|denonc\w+|fin)\b[^,;.]{0,70}?\b(?:par|a l'initiative de|a la demande de) ((?:l')?[^,;.]{3,60})"
)
_SUBJECT = Shape(
    r"(?:^|[,;:] )([^,;:]{2,70}?) (?:qui (?:souhait|veut|entend|desir)|souhaitant|peut|pourra|pourrait|peuvent"
    r"|pourront|se reserve|a la faculte|a le droit"
    r"|est en droit|dispose|aura la)"
)


def agents(words: str, context: Context) -> tuple[str, ...]:
    """Who may end it: party keys; empty is each party.

    >>> from convenir.core.source import Source
    >>> from convenir.core.terms.parties import PartyClause, PartyKind
    >>> here = Source(text="convention", article="parties")
    >>> known = Context(parties=(PartyClause(key="caf", name="Caf", kind=PartyKind.CAF, source=here),))
    >>> agents("les infractions d'une partie aux lois entrainent la resiliation par la caf, apres <t0>", known)
    ('caf',)
    >>> agents("elle peut etre resiliee par l'une ou l'autre des parties, par courrier", known)
    ()
    """
    for shape in (_AGENT, _SUBJECT):
        for found in shape.finditer(words):
            if everybody(found[1]):
                return ()
            keys = context.keys(found[1])
            if keys:
                return () if len(keys) > 1 and len(keys) == len(context.parties) else keys
    return ()


# --- its notice ----------------------------------------------------------------------------------------------

_NOTICES = (
    Shape(rf"{T}(?: [\w'-]+){{0,2}} (?:apres|suivant)\b[^.;]{{0,40}}? (?:mise|mis) en demeure"),
    Shape(
        rf"\b(?:preavis|prevenance|delai|prevenant|prevenir|avertissant|avertir|avisant|informant|avance)\b"
        rf"[^.;]{{0,90}}?{T}"
    ),
    Shape(rf"{T}[^.;]{{0,50}}?\b(?:a l'avance|avant|preavis|prealable|d'avance|apres|suivant|auparavant|plus tard)\b"),
    Shape(T),
)
# Lengths that are no notice: of a school year, of an event, of the convention itself.
_NO_NOTICE = Shape(
    r"\bd'<t\d+> (?:scolaire|civile|budgetaire)s?|\b(?:au-dela de|excede|excedant|superieure? a|dure[a-z]* (?:de |d')?"
    r"|periode (?:de |d'))<t\d+>|\bconclue? pour <t\d+>"
)
_AT_TERM = Shape(
    r"<t\d+>(?: [\w']+){0,3} avant (?:l'|la |le |son |sa |chaque |toute )?(?:date )?(?:d'|de |de l'"
    r"|de la |du )?(?:son |sa )?"
    r"(?:echeance|terme|expiration|fin\b|anniversaire|renouvellement|reconduction|date anniversaire|periode|annee)"
    r"|<t\d+>(?: [\w']+){0,2} avant le [a-z0-9 ]{3,20} de chaque annee"
    r"|\ba (?:chaque|la|sa|l'|chacune de ses) ?(?:dates? )?(?:d'|de l')?(?:anniversaire|echeance)"
    r"|\b(?:a l'issue|au terme|a la fin|a l'expiration|a l'echeance) (?:de chaque|de (?:l'|cette |la )(?:annee|periode)"
    r"|d'<t\d+> (?:scolaire|civile|budgetaire)|d'une (?:annee|periode)|de l'exercice|d'un exercice)"
)


def notice(words: Marked, ground: Ground) -> Delay | None:
    """The notice, or the time left to cure a breach; a case of force majeure has none unless the words call it so.

    >>> from convenir.reader.marking import marked
    >>> notice(marked("moyennant un préavis de six mois"), Ground.UNILATERAL)
    Months(count=6)
    >>> notice(marked("une force majeure qui dure plus de deux mois"), Ground.FORCE_MAJEURE) is None
    True
    """
    kept = Marked(words=_NO_NOTICE.sub("", words.words), days=words.days, delays=words.delays)
    shapes = (_PREAVIS,) if ground is Ground.FORCE_MAJEURE else _NOTICES
    return next((delay for shape in shapes if (delay := kept.delay(shape))), None)


def at_term(words: str) -> bool:
    """Whether the notice only works for the end of a current period.

    >>> at_term("par lettre, <t0> avant la date anniversaire"), at_term("a la fin de chaque annee scolaire")
    (True, True)
    """
    return _AT_TERM.search(words) is not None
