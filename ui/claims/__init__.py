"""What is commonly said, claim by claim."""
