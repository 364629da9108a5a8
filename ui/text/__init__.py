"""Words and numbers that several pages set: names of functions, small tables, code."""
