"""What each chapter of a convention says: one file per chapter, named as in `core.terms`."""
