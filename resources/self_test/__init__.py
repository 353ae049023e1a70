"""What the self-test needs: a workspace as the first schema wrote it."""
