"""The rules that make obligations and findings: one file per chapter, named as the chapters of `terms`."""
