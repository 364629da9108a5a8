"""One function put on stage."""
