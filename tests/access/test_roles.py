"""The whole matrix of roles and verbs, cell by cell."""

import pytest

from convenir.access.roles import MAY, ROLE_WORDS, VERB_WORDS, Actor, NotAllowed, Role, Verb, check

ALLOWED = {
    (Role.CAF_ADVISER, Verb.READ),
    (Role.CAF_ADVISER, Verb.DEPOSIT),
    (Role.CAF_ADVISER, Verb.CONFIRM),
    (Role.CAF_ADVISER, Verb.RECORD),
    (Role.CAF_ADVISER, Verb.CANCEL),
    (Role.CAF_STATISTICIAN, Verb.READ),
    (Role.CAF_STATISTICIAN, Verb.RECORD),
    (Role.CAF_STATISTICIAN, Verb.CANCEL),
    (Role.DPO, Verb.READ),
    (Role.ELECTED, Verb.READ),
    (Role.AUTHORITY_AGENT, Verb.READ),
    (Role.AUTHORITY_AGENT, Verb.DEPOSIT),
    (Role.AUTHORITY_AGENT, Verb.CONFIRM),
    (Role.AUTHORITY_AGENT, Verb.RECORD),
    (Role.AUTHORITY_AGENT, Verb.CANCEL),
    (Role.STRANGER, Verb.READ),
}


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_matrix_says_and_nothing_else(role: Role, verb: Verb) -> None:
    actor = Actor(key="x", name="Personne", role=role, house_id=1, house_name="Maison")
    if (role, verb) in ALLOWED:
        check(actor, verb)
        return
    with pytest.raises(NotAllowed) as refused:
        check(actor, verb)
    assert ROLE_WORDS[role] in str(refused.value)
    assert VERB_WORDS[verb] in str(refused.value)


def test_every_role_and_verb_has_its_words() -> None:
    assert set(MAY) == set(ROLE_WORDS) == set(Role)
    assert set(VERB_WORDS) == set(Verb)
