"""The questionnaires that come with the program, in our own words."""
