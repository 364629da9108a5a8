"""The room of networks that are run with another function than they were trained with."""
