"""Documents: what was made, sent out, returned and signed; merging and its conflicts."""
