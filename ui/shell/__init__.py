"""What surrounds every page: its frame, what is folded away, what is computed beside the server."""
