"""Files that other tools export: for each tool a module that knows its form and reads it."""
