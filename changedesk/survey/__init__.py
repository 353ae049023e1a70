"""Surveys and adoption: what is asked, who answered, what the answers and the readings say."""
