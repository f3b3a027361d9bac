"""The counter's table of keys: buttons, help and dispatch are made from it (glossary, part 2)."""

from ui.frame.keys import Key
from ui.frame.other_window import OTHER

COUNTER_KEYS: tuple[Key, ...] = (
    Key(combo="F1", name="Help for this page", does="Shows these keys"),
    Key(
        combo="F2",
        name="Next person",
        does="Ends the present visit when its result is known, then calls the next",
    ),
    Key(combo="Shift+F2", name="Call a chosen one", does="Calls out of order, with a reason"),
    Key(combo="F3", name="Call again", does="Announces the called one again"),
    Key(
        combo="Shift+F3",
        name="Client is here",
        does="Says that the called client has come; whatever is done first says so too",
    ),
    Key(
        combo="F4",
        name="Did not come",
        does="Marks that nobody came; the same key within ten seconds takes it back",
    ),
    Key(
        combo="Shift+F4",
        name="Back to the queue",
        does="Sends the client back: at the old place, after some, behind or before everybody",
    ),
    Key(
        combo="F5",
        name="Receive without a number",
        does="Quick guidance, a telephone call, or a client without a number",
    ),
    Key(
        combo="Shift+F5",
        name="Appointments",
        does="The appointments of a day: who is to come, who came, and new ones",
    ),
    Key(
        combo="F6",
        name="All papers are complete",
        does="Marks every obligatory paper as received",
    ),
    Key(
        combo="Shift+F6",
        name="Why this call",
        does="Why this client was called: time, priority, appointment, line, reason",
    ),
    Key(
        combo="F7",
        name="Deficiency slip",
        does="Prints what is missing and keeps the client's place",
    ),
    Key(
        combo="Shift+F7",
        name="Rest the counter",
        does="Nobody is called here for a while, and why; the same key opens it again",
    ),
    Key(
        combo="F8",
        name="Register and print receipt",
        does="Registers the request and prints the receipt; on an answer: delivers and prints",
    ),
    Key(
        combo="Shift+F8",
        name="Next request, same applicant",
        does="Another request of the same applicant and representative; on a request and among"
        " the due dates: the cover sheet",
    ),
    Key(combo="F9", name="Search", does="One field for number, name, code, mobile and label"),
    Key(
        combo="Shift+F9",
        name="Print a form",
        does="The board of this counter, the questionnaire, the hand-over list of today, and the"
        " files of the sub-service's forms",
    ),
    Key(
        combo="F10",
        name="Give a number",
        does="A queue number and its paper, for somebody here who will wait",
    ),
    Key(combo="F11", name="Hold the number", does="Parks the client for some minutes"),
    Key(
        combo="Shift+F11",
        name="Transfer",
        does="Sends the client to another counter, clerk or sub-service, and back if wanted",
    ),
    Key(combo="F12", name="End this visit", does="Ends the visit without calling the next"),
    Key(
        combo="Shift+F12",
        name="Send to a unit",
        does="Sends the client to a unit after it was arranged with it",
    ),
    Key(combo="Ctrl+1", name="Queue", does="Goes to the queue"),
    Key(combo="Ctrl+2", name="Applicant", does="Goes to the applicant"),
    Key(combo="Ctrl+3", name="Papers", does="Goes to the papers"),
    Key(combo="Ctrl+4", name="Information sheet", does="Shows or hides the information sheet"),
    Key(combo="Ctrl+5", name="This visit", does="What was done in this visit; Enter prints again"),
    Key(
        combo="Ctrl+6", name="Answer and delivery", does="The answer of a request, and its delivery"
    ),
    Key(
        combo="Ctrl+7",
        name="Today's report",
        does="The daily log as it stands; F11 there: what does not fit after a merge",
    ),
    Key(combo="Ctrl+8", name="Due dates", does="Lists of what is due, and hand-over to the units"),
    Key(
        combo="Ctrl+9",
        name="Printer",
        does="Papers on their way, and the printers; F11 there: the forms of the papers",
    ),
    Key(combo="Ctrl+0", name="Change clerk", does="Another clerk takes over; the client stays"),
    Key(combo="Ctrl+P", name="Office copy", does="Prints the office's copy of the answer"),
    Key(
        combo=OTHER,
        name="To the head of the desk",
        does="The window of the head of the desk, in place of this one; the client stays",
    ),
    Key(combo="Ctrl++", name="Larger text", does="Switches between usual and large text"),
    Key(combo="Shift+F1", name="High contrast", does="Switches between usual and high contrast"),
    Key(combo="Enter", name="Confirm", does="Confirms and goes to the next field"),
    Key(combo="Esc", name="Back", does="Takes back a question, or leaves a page"),
)


def name_of(combo: str) -> str:
    """The English source of the name on a key."""
    return next(key.name for key in COUNTER_KEYS if key.combo == combo)
