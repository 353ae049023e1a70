"""The boxes for Windows, made on Linux, and what tries them."""
