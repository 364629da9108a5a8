"""The server beside the pages: what it hands out, what it refuses, and what it keeps ready."""
