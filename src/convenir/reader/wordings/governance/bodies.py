"""The bodies that follow a convention: when a sentence sets one up, and which one a sentence speaks of."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from convenir.core.terms.governance import body_key
from convenir.reader.french.shapes import Shape
from convenir.reader.french.words import flat
from convenir.reader.wordings.governance.body_names import Mention, candidates

_SETS_UP_BEFORE = Shape(
    r"\b(?:mett\w+ en (?:place|oeuvre)|mise? en place|mises en place|cree\w*|creer|creation|creent|creons"
    r"|institu\w+|instaur\w+|constitu\w+|install\w+|prevoi\w+"
    r"|accompagnent|s'appuie\w*|repose\w*|s'articul\w+|s'organis\w+|organise\w*|structur\w+|autour"
    r"|dote\w*|travers|assuree?s? par|confiee?s? (?:a|au)|incombe\w*"
    r"|(?:suivi|pilote|conduit|anime)e?s? par|anime(?:nt|ra|ront)?(?= une? $)|composent|se rencontr\w+"
    r"|composee?s? (?:de|d')|comprend|instances?|form\w+|reuni\w+|designent|par le biais|compte)\b[^.]*$"
)
_SETS_UP_AFTER = Shape(
    r"^[^.:]*?\b(?:est|sont|sera|seront|peut|peuvent|pourra|pourront|comprend\w*|reuni\w*"
    r"|se tien\w+|tiendra|siege\w*|assure\w*|a pour|ont pour|aura|auront"
    r"|conduit\w*|compose\w*|forme\w*|constitue\w*|rassemble\w*|regroupe\w*|prepar\w+|suit|suivent"
    r"|veille\w*|pilote\w*|anime\w*|preside\w*|decide\w*|dresse\w*|permet\w*|a lieu|aura lieu|associe\w*"
    r"|se retrouv\w+|se voi\w+|rend\w* compte|oriente\w*|dirige\w*|s'assure\w*|tient|examine\w*|valide\w*|arrete\w*"
    r"|se concert\w+|s'assembl\w+|tranche\w*|tien(?:t|nent) (?:seance|reunion)|assembl\w+|accueill\w+|gouvern\w+"
    r"|arbitre\w*"
    r"|(?:fait|font) le point"
    r"|procede\w*|coordonne\w*|defini\w*|fixe\w*|propose\w*|instrui\w*|etudie\w*|dispose\w*|compte\w*)\b"
)
# «La conduite de la convention incombe au comité des partenaires.»
_ENTRUSTS = Shape(
    r"\b(?:confiee?s?|incombe\w*|revient|echoit|appartient|releve(?:nt)?) "
    r"(?:(?:a|au|aux|du)|(?:a|de) (?:l'|la|un|une)|d'une?) ?$"
    r"|^[a-z]* ?(?:reunions?|seances?) (?:du|des|de la|de l') ?$"
    r"|\b(?:pour sieger|siegent|siegeront|participent|prennent place) (?:au|a la|dans le|dans la) $"
    r"|\b(?:dispose|detien|possed)\w* [^.;,]{0,40}\b(?:sieges|voix) (?:(?:au|a la|dans l[ea])|au sein d(?:u|e la)) $"
    r"|\bse (?:reuni|retrouv|rencontr)\w+(?: [a-z ]{0,30})? en (?:un )?$"
    r"|^(?:les|sont|seront) membres (?:du|de la|de l') ?$"
    r"|\b(?:denomme|appele|intitule)e?s? \"? ?$"
    r"|^chaque [a-z]+ (?:y )?(?:designe|nomme|delegue)\w* [^.;,]{3,60} (?:au|a l[a']|dans l[ea]|au sein d(?:u|e la)) ?$"
)
# «À l'article 6 de la convention initiale, relatif au comité de suivi, les mots … sont remplacés par …»
_OF_AN_ARTICLE = Shape(r"\barticle \w+ de la convention\b[^.;]{0,40}\brelati(?:f|ve) (?:au|a la|a l') ?$")
_AMENDED = Shape(r"^[^.;]{0,160}\b(?:remplac|inser|ajout|complet|modifi)\w*")
# A body that another act sets up: «le règlement intérieur prévoit une commission».
_BY_ANOTHER = Shape(
    r"\b(?:reglement (?:interieur|departemental)|lois?|code|statuts|decret|arrete|contrat de ville|cahier des charges)"
    r" (?:[a-z']+ ){0,4}?(?:prevoi\w+|institu\w+|cree\w*|impose\w*)\b"
)
_IN_PASSING = Shape(r"\b(?:au|aux|du|avec le|devant le|dans le|par le|en)\s$|\b(?:au|du) (?:sein du )?$")
# What the past tense tells, save where the sentence goes on with what will be.
_PAST = Shape(
    r"\b(?:etai(?:t|ent)|avai(?:t|ent)|devai(?:t|ent)|reunissai(?:t|ent)|s'y? ?compos\w*ai(?:t|ent)|comptai(?:t|ent))\b"
)
_FROM_NOW = Shape(r"\bdesormais\b|\bdorenavant\b|\bsera\b|\bseront\b|\best (?:cree|institue|mis en place)")
# «Le comité de l'habitat n'est pas une instance de la convention.»
_DENIED = Shape(
    r"\b(?:n'est|ne sont) (?:pas|plus|ni) (?:une? |des |l'une? |regie?|modifie|touche|concerne|cree|prevu"
    r"|competente?s? pour (?:l'application|l'execution|le suivi))|\breleve d'un autre"
    r"|^[^.;,]{0,20} (?:est|sont|sera|seront) (?:aussi |egalement )?associee?s? (?:a|aux?)\b"
    r"|^[^.;]{0,20}\bqui existe(?:nt)? (?:par ailleurs|deja)\b"
    r"|\bn'a (?:pas|ni) (?:le caractere|la qualite|valeur|rang|vocation a (?:suivre|piloter|gouverner))"
    r"|\bne (?:constitue|forme|figure) (?:pas|nullement) (?:une |parmi )|\b(?:est|fut|a ete) dissou[st]e?"
    r"|\bsui(?:t|vent) sa vie propre|\breste\w* (?:etrangere?|exterieure?)s? a\b|\bsous la seule autorite"
)

# A clause of its own inside a sentence: «il est convenu que le comité…».
_CLAUSE = Shape(
    r"\b(?:ce que|qu'|conviennent que|convenu que|decident que|prevoi\w+ que|dispose que) ?(?:l'|les? |la |une? )$"
)
_NEW = Shape(r"^(?:une?|deux|trois|des) $")
# A label may stand before the name: «Instance : comité de pilotage».
_BEGINS = Shape(
    r"(?:^|: ?(?=\"))[\" ]*(?:[a-z ']{3,60} ?: ?|[^.]{0,60}, )?"
    r"(?:l'|(?:un|une|deux|trois|quatre|des|le|la|les|ce|cette|ces|chaque)\s)?$"
)

# «Le comité des élus, à raison d'un représentant par commune, se réunit…»
_ASIDE_OF_BODY = Shape(r", (?:a raison|compose|constitue|forme|preside|anime|pilote)")
_MET_NEW = Shape(r"\b(?:une?|des) $")
_WHICH_MEETS = Shape(r" ?(?:\([^)]*\) ?)?,? ?qui (?:se reuni|se tien|siege)")
# Nothing but how often the body meets follows its name.
_ALONE = Shape(
    r" ?(?:(?:bi-?annuel|annuel|semestriel|trimestriel|mensuel)(?:le)?s? ?)?(?:\([^)]*\))? ?(?:[:|]|; [a-z ]+ :|[.;]?$)"
)


def sets_up(line: str, mention: Mention) -> bool:
    """Whether the sentence creates the body, composes it or says what it does.

    >>> line = "Il est institué un comité de suivi."
    >>> sets_up(line, *candidates(line))
    True
    >>> line = "Des élus pourront être invités au comité de suivi."
    >>> sets_up(line, *candidates(line))
    False
    """
    plain = flat(line)
    before, after = plain[: mention.start], plain[mention.end :]
    if _DENIED.search(after) or _BY_ANOTHER.search(before) or (_PAST.search(plain) and not _FROM_NOW.search(plain)):
        return False
    if mention.firm and _MET_NEW.search(before) and _WHICH_MEETS.match(after):
        return True
    if _ENTRUSTS.search(before) or (_OF_AN_ARTICLE.search(before) and _AMENDED.search(after)):
        return True
    return not _IN_PASSING.search(before) and (_sets_up_before(before, after) or _sets_up_after(before, after))


_CREATED = Shape(
    r"\b(?:est|sont|sera|seront|serai(?:t|ent)|ete|etre)(?: (?:ainsi|aussi|egalement|en outre))? (?:institue|cree"
    r"|constitue|forme"
    r"|instaure|installe|mise? en place|etabli)"
    r"|\b(?:cree|creent|creons|institue(?:nt)?|constituent|instaurent|instituent|mettent en place"
    r"|forment) (?:entre elles )?(?:une?|des) "
)


def creates(line: str, mention: Mention) -> bool:
    """Whether the sentence has the body begin to be, near its name.

    >>> line = "Il est institué une commission des acteurs."
    >>> creates(line, *candidates(line))
    True
    """
    plain = flat(line)
    return _CREATED.search(plain, max(0, mention.start - 60), mention.end + 40) is not None


def _sets_up_before(before: str, after: str) -> bool:
    """«Il est institué un comité», «un comité A et un comité B sont créés»."""
    if re.search(r"\b(?:un|une|des|deux|trois|quatre|le|les) $", before) and _SETS_UP_BEFORE.search(before):
        return True
    joined = re.search(r"\bet (?:un|une|des|le|la|les) $", before) is not None
    return joined and _SETS_UP_AFTER.search(after[:75]) is not None


def _sets_up_after(before: str, after: str) -> bool:
    """«Le comité se réunit», or the name alone, as a heading or before a colon."""
    if not _BEGINS.search(before) and not _CLAUSE.search(before):
        return False
    alone = _ALONE.match(after) is not None
    # What stands between the name and its verb may be long where the sentence begins with «un comité».
    near = after[: 250 if _NEW.search(before) or _ASIDE_OF_BODY.match(after) else 75]
    return alone or _SETS_UP_AFTER.search(near) is not None


def titled(title: str) -> tuple[Mention, ...]:
    """The bodies that a title names, where it names nothing else.

    >>> [one.name for one in titled("Comité de pilotage et comité technique")]
    ['comité de pilotage', 'comité technique']
    >>> titled("Rôle du comité de pilotage")
    ()
    """
    named = candidates(title)
    rest = flat(title)
    for mention in reversed(named):
        rest = rest[: mention.start] + rest[mention.end :]
    return () if re.sub(r"\b(?:les?|la|l'|une?|et|des|ses)\b|[^a-z]", "", rest) else named


_OF_EACH_THEME = Shape(
    r"\b(?:par|pour chaque|pour chacune? des|sur chaque|un pour|selon les?) (?:grande? )?(?:thematiques?"
    r"|themes?|axes?|champs?"
    r"|domaines?|volets?)\b"
)


def by_theme(words: str, name: str) -> bool:
    """Whether the words set up one such body for each theme; «des comités thématiques» may be fewer.

    >>> by_theme("Un comité technique par thématique est créé.", "comité technique")
    True
    >>> by_theme("Des comités thématiques se réunissent.", "comités thématiques")
    False
    """
    plain = flat(words)
    start = plain.find(flat(name))
    if start < 0:
        return False
    end = start + len(name)
    before, after = plain[max(0, start - 40) : start].split(" et ")[-1], plain[end : end + 40].split(" et ")[0]
    return _OF_EACH_THEME.search(before) is not None or _OF_EACH_THEME.search(after) is not None


@dataclass(slots=True)
class Registry:
    """The bodies of one text, by key, in the order in which the text sets them up."""

    names: dict[str, str] = field(default_factory=dict)

    def enter(self, name: str) -> str:
        """The key of a body that the text sets up under that name.

        >>> bodies = Registry()
        >>> bodies.enter("comité de pilotage stratégique"), bodies.enter("comité de pilotage opérationnel")
        ('copil', 'copil-operationnel')
        >>> bodies.enter("comité de pilotage"), bodies.find("ce comité de pilotage opérationnel")
        ('copil', 'copil-operationnel')
        """
        key = self.find(name)
        if key and not self._is_another(key, name):
            return key
        wanted = body_key(name)
        if wanted in self.names:
            wanted = f"{wanted}-{_last_word(name)}"
        self.names.setdefault(wanted, name)
        return wanted

    def find(self, name: str) -> str | None:
        """The key of the body that the words name, if the text has set it up."""
        exact = next((key for key, known in self.names.items() if _stem(known) == _stem(name)), None)
        if exact:
            return exact
        last = f"{body_key(name)}-{_last_word(name)}"
        return last if last in self.names else next((key for key in self.names if key == body_key(name)), None)

    def _is_another(self, key: str, name: str) -> bool:
        known, new = set(_stem(self.names[key]).split()), set(_stem(name).split())
        return bool(known - new) and bool(new - known) and len(new) > 1


# Every body named is compared with every body known.
@lru_cache(maxsize=64)
def _stem(name: str) -> str:
    return " ".join(
        word.rstrip("s") for word in re.findall(r"[a-z']+", flat(name)) if word not in ("de", "des", "et", "ce", "le")
    )


def _last_word(name: str) -> str:
    return _stem(name).split()[-1] if _stem(name) else ""


_ALL = Shape(
    r"\b(?:ces|(?:ces |les |des )?(?:deux|trois)|chacune? d(?:es|e ces)|chaque|les|toutes les) (?:instances?|comites)\b"
    r"(?! (?:de |technique|thematique|operationnel|strategique|existant))"
)
_SUBJECT_BEFORE = Shape(r"^(?:[^,]{0,60}, )?(?:un|une|le|la|les|des|ce|cette|ces|chaque|il est \w+ une?)\s$")
_FEMININE = Shape(r"(?:rencontre|instance|reunion|commission|cellule|equipe|conference)")
_PRONOUN = Shape(r"^(?:il|elle|ils|elles|ce (?:dernier|comite)|cette (?:instance|rencontre)|celui-ci|celle-ci)\b")


def spoken_of(line: str, bodies: Registry, current: str | None) -> tuple[str, ...]:
    """The bodies that a sentence is about: those it names, all for «ces instances», else the one spoken of before.

    >>> known = Registry(names={"copil": "comité de pilotage", "suivi": "comité de suivi"})
    >>> spoken_of("Un mois avant le comité de pilotage, le comité de suivi se réunit.", known, None)
    ('suivi',)
    >>> spoken_of("La Caf tient le secrétariat de ces deux instances.", known, None)
    ('copil', 'suivi')
    >>> spoken_of("Il prépare le comité de pilotage.", known, "suivi")
    ('suivi',)
    """
    plain = flat(line)
    if _ALL.search(plain) and not re.search(r"\binstances [a-z]+[^.]*:", plain):
        return tuple(bodies.names)
    if _about_a_stranger(line, plain, bodies):
        return ()
    if current and _stands_for(line, plain):
        return (_agreeing(plain, bodies, current),)
    return _named(line, bodies) or ((current,) if current else ())


# The subject of a sentence that is a body, by more than «le comité»: a council, a committee for something.
_STRANGER = Shape(
    r"^(?:[^,.]{0,60}, )?(?:les?|la|l'|une?|des|chaque) ?(?:conseils? [a-z]|(?:comites?|commissions?|equipes?"
    r"|assemblees?"
    r"|groupes?|conferences?|bureaux?|cellules?|panels?) (?:de |d'|du |des |[a-z]+(?:ale?s?|aux|iques?|el|elle)\b))"
)


def _about_a_stranger(line: str, plain: str, bodies: Registry) -> bool:
    """Whether the sentence is about a body that the text has not set up.

    >>> known = Registry(names={"copil": "comité de pilotage"})
    >>> spoken_of("Le conseil d'école, qui se réunit chaque trimestre, est informé.", known, "copil")
    ()
    """
    subject = _STRANGER.match(plain)
    return subject is not None and not any(bodies.find(mention.name) for mention in candidates(line))


def _stands_for(line: str, plain: str) -> bool:
    """Whether the line begins with a pronoun, or «ce comité» alone, and not with a name."""
    first = next(iter(candidates(line)), None)
    return _PRONOUN.match(plain) is not None and (first is None or first.start > 12)


def _agreeing(plain: str, bodies: Registry, current: str) -> str:
    """The body that «il» or «elle» means: the last one of that gender."""
    he = re.match(r"(?:ils?|celui-ci|ce dernier)\b", plain) is not None
    if not he or not _FEMININE.match(flat(bodies.names[current])):
        return current
    return next((key for key, name in reversed(bodies.names.items()) if not _FEMININE.match(flat(name))), current)


def next_current(line: str, bodies: Registry, current: str | None) -> str | None:
    """The body that «cette instance» or «il» will mean in the next sentence."""
    plain = flat(line)
    if current and _stands_for(line, plain) and not _introduced(line, bodies):
        return _agreeing(plain, bodies, current)
    found = [(mention, key) for mention in candidates(line) if (key := bodies.find(mention.name))]
    subject = next((key for mention, key in found if _SUBJECT_BEFORE.search(plain[: mention.start])), None)
    return _introduced(line, bodies) or subject or (found[-1][1] if found else current)


def shares(line: str, bodies: Registry) -> tuple[tuple[str, str], ...]:
    """The part of the line that goes with each body, where it says something of several in turn.

    >>> known = Registry(names={"copil": "comité de pilotage", "cotech": "comité technique"})
    >>> shares("Le comité de pilotage siège une fois par an et le comité technique deux fois.", known)
    (('copil', 'comité de pilotage siège une fois par an et le '), ('cotech', 'comité technique deux fois.'))
    """
    plain = flat(line)
    ordered = _ORDERED.match(plain)
    if ordered and len(bodies.names) == 2:
        return tuple((key, line[slice(*ordered.span(rank))]) for rank, key in enumerate(bodies.names, start=1))
    found = [(mention, key) for mention in candidates(line) if (key := bodies.find(mention.name))]
    if len(found) < 2:
        return ()
    turns = [
        (mention.start, key)
        for rank, (mention, key) in enumerate(found)
        if rank == 0 or _TURN.search(plain[: mention.start])
    ]
    gaps = [plain[one.end : other.start] for (one, _), (other, _) in pairwise(found)]
    together = any(re.fullmatch(r",? et (?:le|la|les|l'|un|une|des)\s?", gap) for gap in gaps)
    if together or len({key for _, key in turns}) < 2 or len(turns) < len(found):
        return ()
    ends = [*(start for start, _ in turns[1:]), len(line)]
    return tuple((key, line[start:end]) for (start, key), end in zip(turns, ends, strict=True))


# «Le premier se réunit une fois par an, le second trois fois.»
_ORDERED = Shape(r"^l[ea] premiere? (.{6,160}?)(?:,|;| et) l[ea] (?:seconde?|deuxieme),? (.{6,160})")
_TURN = Shape(
    r"(?:\bet|,|;|tandis que|alors que|:) (?:par |d'|de )?(?:le|la|les|un|une|des|l'|chaque|pour le|celui du)\s?$"
)


def _introduced(line: str, bodies: Registry) -> str | None:
    """The last body that the line brings in with «un» or «une»."""
    plain = flat(line)
    new = [
        key
        for mention in candidates(line)
        if re.search(r"\bune?\s$", plain[: mention.start]) and (key := bodies.find(mention.name))
    ]
    return new[0] if len(set(new)) == 1 else None


_ASIDE = Shape(
    r"\b(?:avant|apres|a|au|aux|pour|accompagner|devant|preparer?|prepare|preparation|entre"
    r"|soumettre|presentee?s?)(?: \w+){0,1} ?"
    r"(?:chaque|chacun|le|les|la|toute|tout|reunions?|seances?|du|des|de|l'|ce|cette| )*\s?$"
)


def _named(line: str, bodies: Registry) -> tuple[str, ...]:
    """The bodies that the line names otherwise than in passing; «du comité A et du comité B» names both."""
    plain = flat(line)
    introduced = _introduced(line, bodies)
    if introduced:
        return (introduced,)
    kept: list[str] = []
    last = -1
    for mention in candidates(line):
        key = bodies.find(mention.name)
        joined = last >= 0 and re.fullmatch(
            r"(?: \([^)]*\))?,? et (?:du|le|de la|la|des|les) ", plain[last : mention.start]
        )
        if key and (joined or (not kept and not _ASIDE.search(plain[: mention.start]))):
            kept.append(key)
            last = mention.end
    every = [key for mention in candidates(line) if (key := bodies.find(mention.name))]
    return tuple(dict.fromkeys(kept)) or (tuple(every) if len(every) == 1 else ())
