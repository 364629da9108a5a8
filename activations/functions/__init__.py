"""One file per function; the file name is its id."""
