"""The experiments behind the claims; each module is named for what it shows."""
