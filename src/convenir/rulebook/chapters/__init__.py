"""The chapters of the book, in the order of a convention."""

from convenir.rulebook.chapters.amendment import AMENDMENT
from convenir.rulebook.chapters.disputes import DISPUTES
from convenir.rulebook.chapters.evaluation import EVALUATION
from convenir.rulebook.chapters.exchanges import EXCHANGES
from convenir.rulebook.chapters.funding import FUNDING
from convenir.rulebook.chapters.governance import GOVERNANCE
from convenir.rulebook.chapters.information import INFORMATION
from convenir.rulebook.chapters.lifetime import LIFETIME
from convenir.rulebook.chapters.parties import PARTIES
from convenir.rulebook.chapters.plan import PLAN
from convenir.rulebook.chapters.scope import SCOPE
from convenir.rulebook.chapters.termination import TERMINATION
from convenir.rulebook.mechanism import Chapter

CHAPTERS: tuple[Chapter, ...] = (
    PARTIES,
    SCOPE,
    PLAN,
    FUNDING,
    GOVERNANCE,
    INFORMATION,
    EXCHANGES,
    EVALUATION,
    LIFETIME,
    TERMINATION,
    AMENDMENT,
    DISPUTES,
)
