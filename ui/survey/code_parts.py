"""The codebook of a survey: the subjects that comments are sorted by."""

from collections.abc import Mapping
from typing import Any

from ui.records.parts import RecordParts


class CodeParts(RecordParts):
    """The codebook; a new subject has a name to be typed over."""

    def new_values(self) -> Mapping[str, Any]:
        place = len(self.table.records.keys) + 1
        return {**super().new_values(), "name": self.tr("Subject {0}").format(place)}
