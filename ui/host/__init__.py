"""Everything that leans on the inside of Streamlit, which may change with its version: one room, one check, tests."""
