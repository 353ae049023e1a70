"""Who must be able to do what by go-live: needs, courses, sessions, attendance, proficiency."""
