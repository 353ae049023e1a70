"""Takes a form in as a survey: the same form twice adds nothing, a newer one adds its questions."""

from changedesk.exchange.making import Taken, taking
from changedesk.exchange.xlsform.form import FormDraft
from changedesk.store.workspace import Workspace
from changedesk.survey.actions import add_questions
from changedesk.survey.form_taking import questions_of
from changedesk.survey.queries import Asking, questions
from changedesk.survey.ready import ReadyQuestion
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
        there = {old.key: old for old in questions(workspace, known.id)}
        fresh = [one for one in told.questions if one.key not in there]
        other = [one.key for one in told.questions if one.key in there and
                 _asked(one) != _asked(there[one.key])]  # fmt: skip
        if other:
            taken.warnings.append(
                "Asked otherwise in this form, and left here as it was, because answers may hang "
                f"on it: {', '.join(other)}. Change it in the view Questions."
            )
        taken.add("question", len(add_questions(change, known.id, fresh, first=len(there) + 1)))
        taken.unchanged += len(told.questions) - len(fresh)
    return taken


def _asked(one: Asking | ReadyQuestion) -> tuple[object, ...]:
    """Return what of a question changes the meaning of its answers."""
    options = tuple((option.value, option.label) for option in one.options)
    return one.text, one.kind, one.relevant, one.required, one.least, one.most, options
