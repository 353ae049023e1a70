"""The three families of errors: the user can mend it, the environment failed, or it is our bug."""


class ChangeDeskError(Exception):
    """A refusal that is told to the user as one plain sentence: what, where, what to do.

    `about` names the record type whose next change makes the sentence stale; it may be empty.
    """

    def __init__(self, *told: object, about: str = "") -> None:
        super().__init__(*told)
        self.about = about


class UserError(ChangeDeskError):
    """The user can mend it: the sentence says how. Nothing was changed."""


class EnvironmentProblem(ChangeDeskError):
    """The environment failed (disk full, file locked, damaged or too new): says what to do."""


class Damaged(EnvironmentProblem):
    """A workspace is not whole any more: the newest backup is the way out."""
