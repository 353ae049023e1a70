"""Takes a form in as a survey: the same form twice adds nothing, a newer one adds its questions."""

from changedesk.exchange.making import Taken, taking
from changedesk.exchange.xlsform.form import FormDraft
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import add_questions
from changedesk.survey.form_taking import questions_of
from changedesk.survey.queries import questions
from changedesk.survey.records import Survey

_SOURCE = "xlsform:"


def import_form(
    workspace: Workspace, project: int, title: str, form: FormDraft, *, only_try: bool = False
) -> Taken:
    """Make a survey from a form, or add to the one that it made before what it lacks."""
    told = questions_of(form)
    taken = Taken(warnings=[*told.refused, *told.remarks])
    key = _SOURCE + (form.form_id or title)
    with taking(workspace, f"Import the form {title}", only_try=only_try) as change:
        known = workspace.find(Survey, project=project, source_key=key)
        if known is None:
            known = change.add(Survey(project=project, title=title, source_key=key))
            taken.add("survey")
        there = questions(workspace, known.id)
        fresh = [one for one in told.questions if one.key not in {old.key for old in there}]
        taken.add("question", len(add_questions(change, known.id, fresh, first=len(there) + 1)))
        taken.unchanged += len(told.questions) - len(fresh)
    return taken
