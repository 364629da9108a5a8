"""What frameworks make of the functions: code for them, what they fill in, and what was measured of both."""
