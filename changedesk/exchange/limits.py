"""How much of a foreign file we are willing to look at; far above real work, far below harm."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. Bytes are bytes, areas are cells."""

    file_bytes: int = 100_000_000
    text_bytes: int = 50_000_000
    parts: int = 5_000
    part_bytes: int = 160_000_000
    total_bytes: int = 400_000_000
    ratio: int = 120
    ratio_from_bytes: int = 10_000_000
    sheets: int = 256
    rows: int = 1_048_576
    columns: int = 16_384
    row_cells: int = 2_000
    cells: int = 1_500_000
    area: int = 6_000_000
    merged_area: int = 6_000_000
    ranges: int = 100_000
    styles: int = 65_000
    depth: int = 64
    text_length: int = 32_767
    spread_text: int = 250_000_000
    nodes: int = 400_000
    node_text: int = 1_000_000
    tree_text: int = 50_000_000
    tree_tags: int = 1_000_000


LIMITS = Limits()
