"""What the window shows while no workspace is open."""
