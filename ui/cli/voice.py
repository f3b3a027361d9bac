"""The voice of the hall, from the command line."""

from pathlib import Path

from app.announcing import CLIPS, Announcement, sentence
from app.letters import latin_digits
from app.persian import clean
from app.refusal import Refusal
from ui.bootstrap import voice
from ui.cli.files import write_file
from ui.cli.said import Argument, Command, Said, Session, number
from ui.cli.windows import open_windows

_SAY, _STATE, _RECORD = "say", "state", "record"


def _voice(session: Session) -> Said:
    wish = session.args.what
    if wish == _RECORD:
        return open_windows(session, "recording:")
    return _state(session) if wish == _STATE else _say(session)


def _state(session: Session) -> Said:
    lacking = voice().lacking(session.folder)
    facts = {"words": len(CLIPS), "lacking": lacking}
    return Said(facts=facts, key="voice_state", values={"n": len(CLIPS) - len(lacking)})


def _say(session: Session) -> Said:
    """Aloud, or into a file."""
    args = session.args
    if args.to and Path(args.to).exists():
        raise Refusal("file_exists", path=args.to)
    said = _announcement(args.label, args.counter)
    sound = voice().sounded(session.folder, said)
    if args.to:
        write_file(args.to, sound.wav)
    else:
        voice().say(sound)
    facts = {"text": sentence(said), "seconds": sound.seconds, "recorded": sound.recorded}
    return Said(facts=facts, key="voice_said")


def _announcement(label: str, counter: str) -> Announcement:
    """«الف ۱۷»: letters, then the number. Refuses `label_unknown`, and `counter_number_wrong` where
    no counter is named.
    """
    series, _, digits = latin_digits(clean(label)).strip().rpartition(" ")
    if not digits.isdecimal() or not int(digits):
        raise Refusal("label_unknown", label=label)
    if not counter:
        raise Refusal("counter_number_wrong", text=counter)
    return Announcement(key="", series=series, number=int(digits), counter=counter)


COMMANDS = (
    Command(
        "voice",
        "says a call, tells which words are recorded, or opens the window that records them",
        _voice,
        Argument("what", choices=(_SAY, _STATE, _RECORD)),
        Argument("--label", default="الف ۱۷", help="letters and number"),
        Argument("--counter", default="3", type=number),
        Argument("--to", default="", type=str, metavar="FILE.wav", help="into a file, not aloud"),
    ),
)
