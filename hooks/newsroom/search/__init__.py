"""The search: an index of words, pairs and triples of words, which the search page reads itself."""
