"""What tests and measurements have in common: a server, a browser, readers without one, a nginx in front."""
