"""Committees: bodies to create, meetings owed, preparation of each, contacts, and yearly priorities."""

from convenir.core.rules.governance.bodies import bodies_to_create, referents_to_name, yearly_priorities
from convenir.core.rules.governance.meetings import meetings_owed, planned_meetings
from convenir.core.rules.governance.preparation import documents_to_send, preparatory_meetings

__all__ = [
    "bodies_to_create",
    "documents_to_send",
    "meetings_owed",
    "planned_meetings",
    "preparatory_meetings",
    "referents_to_name",
    "yearly_priorities",
]
