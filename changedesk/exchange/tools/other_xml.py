"""XML that is read by nobody: refused with a sentence that names what it is and what is read."""

from changedesk.exchange.asked import Asked, Recogniser
from changedesk.exchange.drafts import Import
from changedesk.exchange.sheets import ForeignFile
from changedesk.store.errors import UserError

_REPORTS = {
    "testsuites": "JUnit", "testsuite": "JUnit", "testng-results": "TestNG",
    "assemblies": "xUnit", "assembly": "xUnit", "test-run": "NUnit", "test-results": "NUnit",
    "TestRun": "MSTest", "robot": "Robot Framework",
}  # fmt: skip


def knows(file: ForeignFile) -> bool:
    """Tell any XML file."""
    return file.kind == "xml"


def read(file: ForeignFile, _asked: Asked) -> Import:
    """Raise `UserError`: which XML it is, and what is read."""
    tag = file.tree.tag if file.tree is not None else ""
    if tag in _REPORTS:
        what = f"a report of automated tests ({_REPORTS[tag]}), which says nothing to be done"
    else:
        what = f'XML of a kind that is not known here (it begins with "{tag[:40]}")'
    raise UserError(
        f"{file.path.name} was not read, because it is {what}; XML is read from TestRail, "
        "TestLink and Zephyr Scale, any other tool's tests as a workbook or CSV."
    )


RECOGNISER = Recogniser("scripts", "XML of another kind", knows, read)
