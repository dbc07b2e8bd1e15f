"""How texts say that a convention may end before its term: the power, its ground, its holders, its notice."""

import re

from convenir.core.delays import Delay
from convenir.core.terms.termination import Ground
from convenir.reader.context import Context
from convenir.reader.french.marking import Marked, T
from convenir.reader.french.shapes import Shape
from convenir.reader.wordings.holders import everybody

# --- the power -----------------------------------------------------------------------------------------------

# «Mettre fin à l'accès au service» ends something else than the convention.
_ELSEWHERE = (
    r"(?! (?:(?:aux|au|a la|a cette|a cet|a ce|a son|a sa|a ses|a tout|a toute) |a l')(?!present|convention|accord"
    r"|charte|contrat"
    r"|ctg|protocole|partenariat|cooperation|collaboration|relations|engagement|adhesion|participation|dit|moment"
    r"|instant|date|issue|expiration|echeance|fin\b|suite|terme|demande|initiative)\w)"
)
_END = (
    rf"(?:resili\w+|denonc\w+|(?:mettre|mise?|mise a|met|mettra|mettant|mettent) (?:un terme|fin){_ELSEWHERE}"
    r"|prendre fin|prenne fin|rompre|rompue?|resolution|ruptures?\b|retrait|interrompue?|a vecu\b|ne plus"
    r" (?:poursuivre|appliquer|participer|executer|adherer|y)\b|fin anticipee\b|desengagements?\b"
    r"|departs?\b|cesser (?:la|cette|le present)|en rester la\b"
    r"|(?:se|s'en|s'y|me|nous|nous en) (?:retirer?|delier?|degager?|desengager?|soustraire|liberer?|retire|delie"
    r"|desengage)\b"
    r"|repren(?:d|dre|dra|nent) (?:sa|leur) liberte|(?<! a )partir\b(?! d)|s'en aller"
    r"|(?:d'|d'y |pouvons )arreter|renoncer a (?:la|cette|l'accord|l'execution)|cesser d'(?:appliquer|executer"
    r"|adherer|y adherer|en)"
    r"|interrompre (?:la|cette|l'accord)|cesser(?= a tout moment| avant (?:son|le) terme)"
    r"|y renoncer(?=[^.]*(?:preavis|prevenant|avertissant|lettre|recommande))"
    r"|(?:la|le|l'|en) ?(?:quitter|arreter|sortir)|sortir de (?:la|l'|cette)|cesser (?:leurs relations|(?:d'y|de)"
    r" participer)"
    r"|quitter (?:le (?:reseau|partenariat|dispositif|projet|protocole)|la (?:convention|charte|demarche)|l'accord)"
    r"|(?:s'opposer|renoncer) a (?:la|sa|cette|toute) (?:tacite )?(?:reconduction|prolongation|prorogation))"
)
_MAY = (
    r"(?:peut|pourra|peuvent|pourront|pourrait|pourraient|sera|seront|serait|est|entrainer\w*|entraine|faculte|reserve"
    r"|droit|possibilite|decid\w+|souhait\w+|permet\w*|autorise|resilie|denonce|libre|pouvons|pourrons|justifie\w*"
    r"|emporte\w*"
    r"|vau(?:t|dra)|provoque\w*|conduit|donne lieu|desir\w+|entend|veu(?:t|lent)|voudr\w+|envisage\w*|resiliable"
    r"|denoncable)"
)
_POWER = Shape(
    rf"\b{_MAY}\b[^.]{{0,140}}?\b{_END}|\b(?:resiliation|denonciation"
    rf"|retrait)\b[^.]{{0,80}}?\b(?:peut|pourra|pourrait|intervien\w+|doit|devra|prononce\w*|initiative|resulte\w*"
    rf"|est (?:possible|notifiee|acquise|encourue)|s'effectue|se fait|par l'une)|\b{_END}[^.]{{0,60}}? par (?:l'une"
    r"|chacune|chaque|la caf)|\b(?:peut|pourra|pourrait) (?:egalement |aussi )?l'etre\b"
    r"|\b(?:le|l') ?(?:sera|est|serait) (?:aussi |egalement )?de plein droit|\bresiliation (?:d'un commun accord"
    r"|amiable) |\b(?:resilie|denonce) (?:de plein droit )?(?:la|cette) (?:presente )?convention\b"
)
# «Qui n'entend plus participer en avise les autres», «elle est dénonçable à trois mois», «chacun reprend sa liberté».
_LEAVES = Shape(
    r"\b(?:partie|partenaire|signataire)s? (?:sortante?|partante?)s?\b[^.]{0,60}?\b(?:avis|inform|previent|avert"
    r"|notifi)"
    r"|\b(?:cesse|prend fin|s'eteint|s'arrete|est (?:rompue|resiliee|denoncee))\b[^.;]{0,40}\b(?:a (?:la (?:simple"
    r" )?demande"
    r"|l'initiative)|sur (?:simple )?demande|par (?:la )?(?:seule )?(?:volonte|decision)) (?:de|d')"
    r"|\b(?:retrait|depart|desengagement|denonciation|resiliation|rupture)\b[^.;]{0,60}?\b(?:est|sera|soit)"
    r" (?:annonce|notifie"
    r"|signifie|adresse|communique|signale)e?\b[^.]{0,90}?<t"
    r"|\bfin de la (?:presente )?convention (?:peut|pourra) etre (?:decid|prononc)\w+"
    r"|\bprononc\w+ (?:la|sa) (?:resiliation|rupture)\b|"
    r"\b(?:ne (?:souhait|desir|veut|veul|voudr|comptai?)\w*|n'(?:entend|en veut|en voudr|y trouve)\w*)"
    r" plus\b[^.]{0,120}?"
    r"\b(?:avis|inform|prev(?:ient|enir|iendr)|avert|notifi|ecri|fait (?:savoir|connaitre|part)|signifi|le dit)"
    r"|\b(?:resiliable|denoncable|revocable)\b|\brepren(?:d|nent|dra) (?:sa|leur) liberte"
    r"|\b(?:qui|l'une? (?:de nous|des (?:deux )?parties)) (?:veut|souhaite|desire) (?:s'arreter|arreter|partir"
    r"|sortir|quitter|se retirer|s'en aller)\b[^.]{0,160}?\b(?:dit|ecrit|previent|avertit|informe|avise|notifie)"
)
# A sentence that ends something holds one of these, most hold none: the pattern above is only tried on the others.
_ANY_END = Shape(
    r"resili|denonc|un terme| fin\b|romp|ruptur|resolution|retrait|a vecu|ne plus|desengage|departs?\b|cesser|rester la"
    r"|retire|delie|degage|soustraire|libere|libert|(?<! a )partir|en aller|arreter|renoncer|quitter|sortir|opposer a"
    r"|l'etre|de plein droit|\bfin anticipee"
)
# «La convention s'éteint en cas de force majeure»: the end itself, whose ground alone shows that it is an early one.
_ENDS_ITSELF = Shape(
    r"\b(?:prend(?:ra)? (?:egalement |aussi )?fin|cesse(?:ra)?|s'eteint|s'eteindra|s'arrete(?:ra)?|devien(?:t|dra)"
    r" caduque?"
    r"|(?:est|sera|serait|se trouve) (?:alors |donc |aussitot )?(?:rompue?|resolue?|annulee?|caduque?|resiliee?"
    r"|terminee?)"
    r"|tombe(?:ra)?(?! en panne| d'accord| sous)|met(?:tra)? (?:un terme|fin) (?:a la|au|a l'|a cette|aux)"
    r"|(?:emporte|entraine|provoque|vaut|justifie)(?:ra|nt)? (?:de plein droit )?(?:la |sa |une )?(?:resiliation"
    r"|rupture"
    r"|caducite|fin))\b"
)
_FORMAL_NOTICE = Shape(
    r"\bsommations?\b|\bmises? en demeure|\b(?:met(?:tra|trait|tre|tent)?|mise?|mettant)(?: [\w'-]+){0,5} en demeure\b"
)
_WITHOUT = Shape(r"\bsans (?:(?!apres )\w+ ){0,5}?mise en demeure|\bsans qu'il soit besoin[^.]{0,40}mise en demeure")

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
_STRANGER = Shape(
    r"\b(?:usagers?|habitants?|familles?|parents?|enfants?|animat\w+|benevoles?|salaries?|agents?|assistantes?"
    r"|stagiaires?|jeunes"
    r"|locataires?|adherents?|eleves?|professionnels?|allocataires?|coordinat\w+|formateurs?|directeurs?"
    r"|directrices?)\b"
    r"[^.,;]{0,25}?\b(?:peu[tx]|peuvent|pourr\w+|qui|souhait\w+|desir\w+|est libre|est en droit)\b"
)
# What a party gives under the convention, which may stop while it goes on.
_PART = re.compile(
    r"(?:l'acces|l'aide|la (?:transmission|communication|livraison|mise a disposition|diffusion|delegation|subvention)"
    r"|le (?:versement|service|financement|paiement|concours)|les (?:aides|versements|livraisons|transmissions"
    r"|donnees))\b"
)
# Titles under which a sentence without name speaks of the end of the convention.
HOME = Shape(
    r"\b(?:resili\w+|denonc\w+|retrait|fin|sorti\w+|cess\w+|interruption|arret\w*|rupture|depart|terme|duree|temps"
    r"|vie|validite|manquements?|separation|desengagement|liberte|quitter|partir|dispositions (?:diverses|finales"
    r"|generales)|clauses finales|force majeure)\b"
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
    leaves = _LEAVES.search(words) is not None or (_ANY_END.search(words) is not None and bool(_POWER.search(words)))
    if not leaves and not (_ENDS_ITSELF.search(words) and named(words)):
        return False
    apart = names_another(words) or (_PART.match(words) and not THIS.search(words)) or _NO_EFFECT.search(words)
    return not apart and not (leaves and _is_of_a_stranger(words))


def ends_itself(words: str) -> bool:
    """Whether the words say that the convention then ends, as the outcome of what was told before.

    >>> ends_itself("trois mois plus tard, faute de reponse, la convention est rompue"), ends_itself("elle dure <t0>")
    (True, False)
    """
    return _ENDS_ITSELF.search(words) is not None and not names_another(words)


def names_another(words: str) -> bool:
    """Whether the words name another contract, and not the convention."""
    return FOREIGN.search(words) is not None and THIS.search(words) is None


def _is_of_a_stranger(words: str) -> bool:
    """Whether somebody who is no party leaves something: a user a service, a worker a post."""
    return _STRANGER.search(words) is not None and not everybody(words)


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
    r"|\billegalites?\b|\b(?:activite|usage|action|fonctionnement|pratique|agissement|operation)s? (?:illega"
    r"|illicite)\w*|\binfractions? (?:a|aux|avec) (?:la|les)"
)
_NO_AMENDMENT = Shape(
    r"\bmodifi[^.]{0,160}\b(?:sans (?:[^.]{0,60})?|autrement que [^.]{0,30}|non (?:constat|prevu|formalis)[^.]{0,30}"
    r"|n'a(?:it|yant)? pas [^.]{0,30})\bavenant|\bsans [^.]{0,40}\bavenant[^.]{0,80}\bmodifi"
    r"|\b(?:refus|defaut|absence|faute|echec)\w*\b[^.;]{0,60}\bavenant\b|\bmodifi[^.]{0,60}unilateral"
    r"|\bchang\w+[^.]{0,80}\bsans (?:qu'un |un )?avenant"
)
_BREACH = Shape(
    r"\bnon-? ?(?:respect|execution|observation|realisation|paiement|versement)\b|\bmanqu(?:e|ent|ait|aient|er"
    r"|ements?)\b"
    r"|\binexecution|\bdefaillan|\binobservation|\bpour faute|\bfautes? (?:grave|lourde)s?|\bcarence|\bfautives?\b"
    r"|\bdefaut d'execution|\bdefaut de (?:respect|paiement|versement)|\bne satisfait|\bcontrevien|\bfautif"
    r"|\bne (?:tient|tiendrait|tenait) (?:pas|plus) (?:parole|ses (?:promesses|engagements))|\b(?:pas|plus) ce qu'\w+"
    r" a promis"
    r"|\b(?:la|toute|une) violation\b|\bsommation|\bne respect|\bn'execut|\bne remplit? (?:pas|plus)|\bne remplirait"
    r"|\bne (?:tient|tiendrait) (?:pas|plus)"
    r"|\bviolation (?:d|par|grave)|\bn'honor|\bne se conform|\bne fait pas (?:ce qu|face)|\bmeconnai|\btrahi"
    r"|\bne (?:sont|seraient) pas (?:versees?|respectes?|tenus|remplies?|executees?|honores?)"
)
_MAJEURE = Shape(r"\bforce majeure\b|\bcas fortuit")
_INTEREST = Shape(r"\binterets? (?:general|public)\b")
_HOLDERS = r"(?:parties|signataires|partenaires|institutions|cocontractants|membres)"
_ALL_OF = rf"(?:entre|des?|de tous?|de toutes?)(?: les)?(?: deux| trois| quatre| cinq| six)? {_HOLDERS}"
_MUTUAL = Shape(
    r"\bpar voie d'accord\b|\bpar (?:tous les|toutes les|l'ensemble des) (?:parties|signataires|partenaires)\b"
    r"|\baccord entre (?:les|tous)\b|\b(?:decision|volonte) (?:conjointe|commune|concertee|unanime)|\b(?:d'un|de|d'"
    r"|par) commun accord|\baccord"
    r" (?:mutuel|commun)"
    r"|\bmutuel accord|\bconsentement (?:mutuel|reciproque"
    r"|commun)|\bmutuel consentement"
    r"|\ba l'amiable|\bamiable(?:ment)?\b|\b(?:en )?(?:tomb\w+|sont) d'accord\b"
    r"|\btou(?:te)?s ensemble\b|\bs'accordent\b"
    r"|\b(?:decider|convenir) (?:(?:tous|toutes) )?(?:ensemble|les (?:deux|trois|quatre|cinq))\b(?!(?: [\w']+){0,4}"
    r" avant\b)"
    r"|\bdecider (?:tous|toutes) (?:les )?(?:deux|trois|quatre|cinq)\b"
    rf"|\baccord (?:ecrit |expres |conjoint |unanime )?{_ALL_OF}|\bconjointement par les {_HOLDERS}"
    rf"|\b(?:{_HOLDERS} (?:peuvent|pourront)|nous (?:pouvons|pourrons))[^.;]{{0,40}}?\b(?:ensemble|convenir|s'accorder"
    r"|s'entendre)\b(?:(?!avant)[^.;]){0,30}?\b(?:de|pour|d'y|d') ?(?:y |la |l')?(?:mettre|cesser|resilier|rompre"
    r"|denoncer"
    r"|arreter)"
)
# «À défaut d'accord amiable, chacun peut…»: that way out is not a common one.
_NO_ACCORD = Shape(
    r"\b(?:a defaut|faute|en l'absence|en cas d'echec|apres echec|apres l'echec) d(?:e |'|u |es )[^,.;]{0,50}?"
    r"\b(?:accord|entente|concilia|media|consensus|solution|amiable|issue|concert|dialogue|discussion)[^,.;]{0,30}"
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
    r"\b(?:preavis|prevenance|preven(?:ant|ir|u)|averti(?:ssant|r)?|avis(?:ant|er|e)|inform(?:ant|er|e)|ecrivant"
    r"|notifi(?:ant"
    rf"|er|e))\b[^.;]{{0,90}}?{T}"
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

_ENDED = r"\b(?:resili\w+|denonc\w+|rompue?|rupture|resolue?|interrompue?|terme|fin)\b"
_AGENTS = (
    Shape(rf"{_ENDED}[^,;.]{{0,70}}?\b(?:par|a l'initiative de|a la demande de) ((?:l')?[^,;.]{{3,60}})"),
    Shape(rf"{_ENDED}[^;.]{{0,70}}?, a (?:l'initiative|la demande) de ((?:l')?[^,;.]{{3,60}})"),
    Shape(r"\bautoris\w+ ([^,;.]{3,60}?) a\b"),
    Shape(r"(?:^|[,.;:] )([^,;:.]{2,40}?) (?:resilie|denonce|prononce|rompt)\b"),
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
    for shape in (*_AGENTS, _SUBJECT):
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
    r"|\ben tout etat de cause pas avant la fin|\b(?:pas|qu'|effet qu'a) (?:avant )?(?:a )?la fin de l'(?:annee"
    r"|exercice)"
    r"|\bau \d{1,2} [a-z]{3,9} de chaque annee|\ba (?:chaque|la|sa|son|l'|chacune de ses) ?(?:dates? )?(?:d'|de"
    r" l')?(?:anniversaire|echeance)"
    r"|\b(?:a l'issue|au terme|a la fin|a l'expiration|a l'echeance) (?:de chaque|de (?:l'|cette |la )(?:annee|periode)"
    r"|d'<t\d+> (?:scolaire|civile|budgetaire)|d'une (?:annee|periode)|de l'exercice|d'un exercice)"
)


def notice(words: Marked, ground: Ground) -> Delay | None:
    """The notice, or the time left to cure a breach; a case of force majeure has none unless the words call it so.

    >>> from convenir.reader.french.marking import marked
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
