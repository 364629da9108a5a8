"""Choosing a function: rules and conflicts as data, the engine that adds them up, worked cases, and opinions."""
