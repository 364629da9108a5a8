"""The first visit of a reader, down to every byte on the wire, and the start of the server."""
