"""How texts word what clauses say: what the chapters ask of sentences, by the chapter that asks first."""
