"""What sees all areas at once: the documents that can be made, later readiness, gaps and trace."""
