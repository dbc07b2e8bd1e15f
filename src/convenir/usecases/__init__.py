"""The verbs: every change of what is stored, one function each, by an actor, with its line in the journal."""
