"""The window of training: needs, courses, sessions, attendance and coverage."""
