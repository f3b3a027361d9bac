"""The settings of the office and of this PC."""

from app.deeds.setting import change_setting
from app.refusal import Refusal
from app.settings import SETTINGS, Setting, the_setting, value_of
from ui.cli.said import Argument, Command, Said, Session


def _setting(session: Session) -> Said:
    args = session.args
    if args.what == "list":
        return _list(session)
    setting = the_setting(args.key)
    if args.what == "get":
        with session.journal.look() as look:
            facts = _facts(setting, value_of(look, setting))
        return Said(facts=facts, more=(_line(session, facts),))
    if args.value is None and not args.usual:
        raise Refusal("option_missing", option="VALUE")
    wanted = setting.default if args.usual else args.value
    with session.journal.work(session.steward) as work:
        said = change_setting(work, args.key, wanted)
    facts = _facts(setting, said)
    return Said(facts=facts, more=(_line(session, facts),))


def _list(session: Session) -> Said:
    with session.journal.look() as look:
        facts = [_facts(setting, value_of(look, setting)) for setting in SETTINGS]
    return Said(facts=facts, more=tuple(_line(session, each) for each in facts))


def _facts(setting: Setting, value: str) -> dict[str, object]:
    return {
        "key": setting.key,
        "value": value,
        "default": setting.default,
        "kind": setting.kind,
        "here": setting.here,
    }


def _line(session: Session, facts: dict[str, object]) -> str:
    name = session.words.setting(str(facts["key"]))["name"]
    return session.words.answer("setting_line", {**facts, "name": name})


COMMANDS = (
    Command(
        "setting",
        "lists the settings, tells one, or changes one",
        _setting,
        Argument("what", choices=("list", "get", "set")),
        Argument("key", nargs="?", default=""),
        Argument("value", nargs="?", default=None, type=str),
        Argument("--usual", action="store_true", help="back to what holds where nobody set it"),
    ),
)
