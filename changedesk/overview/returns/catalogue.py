"""Which workbooks come back, and which of their tables are filled in."""

from changedesk.impact.records import Impact, Stakeholder
from changedesk.overview.returns.attendance import AttendanceTable
from changedesk.overview.returns.defects import DefectTable
from changedesk.overview.returns.registers import RecordTable
from changedesk.overview.returns.steps import StepTable
from changedesk.overview.returns.tables import FillableTable

RETURNABLE: dict[str, tuple[FillableTable, ...]] = {
    "uat-workbook": (StepTable(), DefectTable()),
    "impact-workbook": (RecordTable(Impact), RecordTable(Stakeholder)),
    "training-workbook": (AttendanceTable(),),
    "attendance-sheet": (AttendanceTable(),),
}
"""By the kind of document. A register of records is declared by its type alone."""
