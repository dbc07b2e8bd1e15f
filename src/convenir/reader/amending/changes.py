"""What changes in law from one set of terms to another, as the changes that an avenant records."""

from collections.abc import Iterator, Sequence

from convenir.core.changes import Change, ClauseAdded, ClauseRemoved, ClauseReplaced, subject_of
from convenir.core.terms import Term, Terms
from convenir.core.text.amend import fold
from convenir.reader.comparing.differences import by_subject, unmatched


def changes(before: Terms, after: Terms) -> tuple[Change, ...]:
    """The changes that, folded over the terms before, give the terms after: by type, subject and article."""
    made = [change for old, new in by_subject(before, after) for change in _of_one_subject(old, new)]
    # A removal may take with it clauses of other subjects, which are then written anew.
    left = unmatched(after.clauses, fold(before, made, "").clauses)
    return (*made, *(ClauseAdded(clause=clause) for clause in left))


def _of_one_subject(old: Sequence[Term], new: Sequence[Term]) -> Iterator[Change]:
    """The clauses of one type and subject: those of an article replace those that it held."""
    gone, come = unmatched(old, new), unmatched(new, old)
    for article in dict.fromkeys(clause.source.article for clause in gone):
        stays = any(clause.source.article == article and clause not in gone for clause in old)
        here = [clause for clause in come if clause.source.article == article]
        # A clause that stands elsewhere now still replaces the one that it was.
        heir = None if stays else next(iter([*here, *come]), None)
        if heir is None:
            lost = next(clause for clause in gone if clause.source.article == article)
            yield ClauseRemoved(clause=type(lost).__name__, subject=subject_of(lost), article=article)
            continue
        come.remove(heir)
        yield ClauseReplaced(clause=heir, article=article)
    yield from (ClauseAdded(clause=clause) for clause in come)
