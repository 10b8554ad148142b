"""Other generators, given the same articles: for measuring only, never needed to run."""
