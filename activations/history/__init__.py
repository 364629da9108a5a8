"""Who used which function, where and when."""
