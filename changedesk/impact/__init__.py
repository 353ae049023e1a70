"""Who is hit by a change and how hard, what is done about it, and what is said to whom."""
