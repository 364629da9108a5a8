"""The wizard: its questions, its answer laid out, and what is passed around as advice."""
