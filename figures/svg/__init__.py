"""Pictures as plain SVG: small ones of functions, and the network of the wizard."""
