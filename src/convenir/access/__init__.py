"""The doors: every read of what is stored goes through here, for an actor and to do something."""
