"""The kinds of gaps and of coming days in the user's language."""

from PySide6.QtCore import QCoreApplication

from ui.i18n import QT_TRANSLATE_NOOP

_GAPS = {
    "impact_no_group": QT_TRANSLATE_NOOP("Overview", "Impact that names no group"),
    "impact_no_owner": QT_TRANSLATE_NOOP("Overview", "Hard impact that nobody owns"),
    "impact_nothing_done": QT_TRANSLATE_NOOP("Overview", "Hard impact, nothing done about it"),
    "impact_no_date": QT_TRANSLATE_NOOP("Overview", "Hard impact without a start"),
    "impact_group_ended": QT_TRANSLATE_NOOP("Overview", "Impact on a group that is no more"),
    "impact_ends_first": QT_TRANSLATE_NOOP("Overview", "Impact that ends before it starts"),
    "impact_too_many": QT_TRANSLATE_NOOP("Overview", "Impact on more people than there are"),
    "impact_apart": QT_TRANSLATE_NOOP("Overview", "Impact rated apart, to be discussed"),
    "impact_without_message": QT_TRANSLATE_NOOP("Overview", "Hard impact not told in time"),
    "message_late": QT_TRANSLATE_NOOP("Overview", "Message after what it announces"),
    "message_crowded": QT_TRANSLATE_NOOP("Overview", "Messages on the same day"),
    "message_busy": QT_TRANSLATE_NOOP("Overview", "Message in a busy time"),
    "message_unapproved": QT_TRANSLATE_NOOP("Overview", "Message due and not approved"),
    "message_no_audience": QT_TRANSLATE_NOOP("Overview", "Message that is for nobody"),
    "message_missed": QT_TRANSLATE_NOOP("Overview", "Message that did not go out"),
    "message_no_day": QT_TRANSLATE_NOOP("Overview", "Message without a day"),
    "impact_without_training": QT_TRANSLATE_NOOP("Overview", "Hard impact without training"),
    "impact_without_test": QT_TRANSLATE_NOOP("Overview", "Hard impact without a test"),
    "group_without_champion": QT_TRANSLATE_NOOP("Overview", "Group without a champion"),
    "group_without_session": QT_TRANSLATE_NOOP("Overview", "Group without a training session"),
    "group_without_wave": QT_TRANSLATE_NOOP("Overview", "Group that no survey asks"),
    "need_group_ended": QT_TRANSLATE_NOOP("Overview", "Need of a group that is no more"),
    "message_group_ended": QT_TRANSLATE_NOOP("Overview", "Message for a group that is no more"),
    "champion_left": QT_TRANSLATE_NOOP("Overview", "Champion who left the group"),
    "course_not_booked": QT_TRANSLATE_NOOP("Overview", "Course with nobody booked"),
    "session_twice": QT_TRANSLATE_NOOP("Overview", "Person in two sessions at once"),
    "session_leave": QT_TRANSLATE_NOOP("Overview", "Person on leave at a session"),
    "session_off_shift": QT_TRANSLATE_NOOP("Overview", "Person off shift at a session"),
    "session_busy": QT_TRANSLATE_NOOP("Overview", "Session in a busy period"),
    "session_before": QT_TRANSLATE_NOOP("Overview", "Session before the course it needs"),
    "session_seats": QT_TRANSLATE_NOOP("Overview", "Session with too few seats"),
    "session_trainer": QT_TRANSLATE_NOOP("Overview", "Trainer in two sessions at once"),
    "session_room": QT_TRANSLATE_NOOP("Overview", "Room taken by two sessions"),
    "session_materials": QT_TRANSLATE_NOOP("Overview", "Session before its materials"),
    "retrain": QT_TRANSLATE_NOOP("Overview", "Course to be given again"),
    "requirement_untested": QT_TRANSLATE_NOOP("Overview", "Requirement that nobody tests"),
    "script_apart": QT_TRANSLATE_NOOP("Overview", "Test changed in two copies"),
    "failure_without_defect": QT_TRANSLATE_NOOP("Overview", "Failed test without a defect"),
    "measure_not_read": QT_TRANSLATE_NOOP("Overview", "Measure that is not read"),
    "benefit_without_measure": QT_TRANSLATE_NOOP("Overview", "Benefit without a measure"),
    "benefit_target": QT_TRANSLATE_NOOP("Overview", "Benefit with a target the wrong way"),
}
_COMING = {
    "go_live": QT_TRANSLATE_NOOP("Overview", "Go-live"),
    "cycle_starts": QT_TRANSLATE_NOOP("Overview", "Test cycle starts"),
    "cycle_ends": QT_TRANSLATE_NOOP("Overview", "Test cycle ends"),
    "wave_opens": QT_TRANSLATE_NOOP("Overview", "Survey opens"),
    "wave_closes": QT_TRANSLATE_NOOP("Overview", "Survey closes"),
    "sponsor_action": QT_TRANSLATE_NOOP("Overview", "Sponsor"),
    "resistance_entry": QT_TRANSLATE_NOOP("Overview", "Answer to resistance"),
    "uat_session": QT_TRANSLATE_NOOP("Overview", "Test session"),
    "training_session": QT_TRANSLATE_NOOP("Overview", "Training session"),
    "message": QT_TRANSLATE_NOOP("Overview", "Message"),
}


def gap_word(kind: str) -> str:
    """Return what is missing, for a kind of gap."""
    return QCoreApplication.translate("Overview", _GAPS[kind])


def coming_word(kind: str) -> str:
    """Return what happens, for a kind of coming day."""
    return QCoreApplication.translate("Overview", _COMING[kind])
