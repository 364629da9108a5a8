"""Words of the field, questions students ask, and what to read next."""
