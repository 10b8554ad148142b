"""Pictures: what they are, their sizes, how they go out, and those drawn for sharing."""
