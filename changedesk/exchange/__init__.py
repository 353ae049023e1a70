"""What comes in: the guard, and the readers that turn other people's files into plain rows."""
