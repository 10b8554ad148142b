"""What builds keep for the next one, and work shared among processes. Knows no MkDocs.

Whatever is kept stands under a digest of all that it was made from. A build that finds nothing, or
nothing whole, makes it anew: the cache can be slow, never wrong.
"""
