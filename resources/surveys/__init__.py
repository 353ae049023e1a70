"""The surveys that come with the program, in our own words, and the scales that they answer on."""
