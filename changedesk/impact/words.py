"""The codes of the change side with their words and glyphs: the same everywhere."""

from changedesk.store.fields import Choice

ASPECTS = (
    Choice("processes", "Processes"),
    Choice("systems", "Systems"),
    Choice("tools", "Tools"),
    Choice("job_roles", "Job roles"),
    Choice("critical_behaviours", "Critical behaviours"),
    Choice("mindset", "Mindset, attitudes, beliefs"),
    Choice("reporting", "Reporting structure"),
    Choice("performance_reviews", "Performance reviews"),
    Choice("compensation", "Compensation"),
    Choice("location", "Location"),
)
SEVERITIES = (
    "none", "aware only", "a minor new step", "needs training", "core task changes",
    "role redefined",
)  # fmt: skip
"""What the severities 0 to 5 mean."""
SEVERITY_HELP = "; ".join(f"{number} {words}" for number, words in enumerate(SEVERITIES)) + "."
DIRECTIONS = (
    Choice("benefit", "Benefit", "▲"),
    Choice("burden", "Burden", "▼"),
    Choice("both", "Both", "◆"),
)
PHASES = (
    Choice("pre", "Before go-live"),
    Choice("go_live", "At go-live"),
    Choice("post", "After go-live"),
)
CONFIDENCES = (
    Choice("high", "High", "▲"),
    Choice("medium", "Medium", "■"),
    Choice("low", "Low", "▼"),
)
IMPACT_STATUS = (
    Choice("draft", "Draft", "○"),
    Choice("validated", "Validated", "◔"),
    Choice("planned", "Planned", "◐"),
    Choice("mitigated", "Mitigated", "◕"),
    Choice("closed", "Closed", "✔"),
    Choice("cancelled", "Cancelled", "—"),
)
MITIGATIONS = (
    Choice("comms", "Communication"),
    Choice("train", "Training"),
    Choice("coach", "Coaching"),
    Choice("job_aid", "Job aid"),
    Choice("design", "Change of the design"),
    Choice("none", "None"),
)
STAKEHOLDER_KINDS = (
    Choice("person", "Person"),
    Choice("group", "Group"),
    Choice("outside", "Outside party"),
)
ENGAGEMENTS = (
    Choice("U", "Unaware", "?"),
    Choice("R", "Resistant", "▼"),
    Choice("N", "Neutral", "■"),
    Choice("S", "Supportive", "▲"),
    Choice("L", "Leading", "▲▲"),
)
QUADRANTS = (
    Choice("MC", "Manage closely"),
    Choice("KS", "Keep satisfied"),
    Choice("KI", "Keep informed"),
    Choice("MO", "Monitor"),
)
RACI = (
    Choice("R", "Responsible"),
    Choice("A", "Accountable"),
    Choice("C", "Consulted"),
    Choice("I", "Informed"),
)
ADKAR = (
    Choice("A", "Awareness"),
    Choice("D", "Desire"),
    Choice("K", "Knowledge"),
    Choice("A2", "Ability"),
    Choice("R", "Reinforcement"),
)
READING_SOURCES = (
    Choice("survey", "Survey"),
    Choice("manager", "Manager"),
    Choice("workshop", "Workshop"),
)
ASSESSMENTS = (
    Choice("pct", "Project change triangle"),
    Choice("characteristics", "Risk: the change itself"),
    Choice("attributes", "Risk: the organisation"),
    Choice("readiness", "Readiness to change"),
    Choice("sponsor", "Sponsor"),
)
RESISTANCE_STATUS = (
    Choice("open", "Open", "○"),
    Choice("acting", "Acting", "◐"),
    Choice("watching", "Watching", "◔"),
    Choice("resolved", "Resolved", "✔"),
    Choice("accepted", "Accepted", "—"),
)
SPONSOR_ROLES = (
    Choice("active", "Active and visible"),
    Choice("coalition", "Build the coalition"),
    Choice("communicate", "Communicate directly"),
)
STEP_STATUS = (
    Choice("open", "Open", "○"),
    Choice("done", "Done", "✔"),
    Choice("dropped", "Dropped", "—"),
)
COMMUNICATION_STATUS = (
    Choice("draft", "Draft", "○"),
    Choice("review", "In review", "◔"),
    Choice("approved", "Approved", "◐"),
    Choice("sent", "Sent", "✔"),
    Choice("cancelled", "Cancelled", "—"),
)
