"""The kinds of exercises, a module each."""
