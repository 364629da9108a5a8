"""Networks that learn in front of a reader: how often they are drawn, and whether the page still answers a hand."""
