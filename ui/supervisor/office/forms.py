"""The forms of the chapter: counter, unit, priority class, hours, letterhead."""

from collections.abc import Sequence
from datetime import date, time

from app.events.office import (
    CounterOpened,
    HoursSet,
    OfficeDescribed,
    PriorityClassDefined,
    UnitDefined,
)
from app.persian import format_date, format_time, weekday_title
from app.week import WEEK
from ui.frame.inputs import Spec
from ui.frame.page import Act
from ui.frame.words import tr
from ui.look.theme import Theme
from ui.supervisor.kept_page import Values
from ui.supervisor.office.form_page import FormPage
from ui.supervisor.office.time_views import PARTS, part_names

SATURDAY, OTHERS = WEEK[0], WEEK[1:5]
"""The day whose hours one key gives to the others that are usually like it."""


def counter_form(theme: Theme) -> FormPage:
    """Number and title."""
    rows = [
        [
            Spec("number", tr("Number of the counter"), "code", share=1),
            Spec("title", tr("Title, as boards show it")),
        ]
    ]
    return FormPage(theme, rows)


def unit_form(theme: Theme) -> FormPage:
    """Name, posts, person."""
    rows = [
        [
            Spec("name", tr("Name of the unit, as in Table 1")),
            Spec("person", tr("Whom one asks there")),
            Spec("phone", tr("Phone of the unit"), "code", share=1),
        ],
        [
            Spec(
                "posts", tr("Posts of the unit"), "lines", note=tr("one post in each line"), lines=6
            )
        ],
    ]
    return FormPage(theme, rows)


def class_form(theme: Theme) -> FormPage:
    """Title and credit."""
    rows = [
        [
            Spec("title", tr("Name of the class, as the kiosk shows it")),
            Spec("credit", tr("Ahead by (minutes)"), "count", share=1),
        ]
    ]
    note = tr("Whoever has this class is called as if they had come so many minutes earlier.")
    return FormPage(theme, rows, note)


def letterhead_form(theme: Theme) -> FormPage:
    """What papers bear."""
    names = part_names()
    rows = [
        [Spec("agency", names["agency"]), Spec("name", names["name"])],
        [Spec("address", names["address"], "area", lines=2)],
        [
            Spec("phone", names["phone"], "code", share=1),
            Spec("url", names["url"], "address", share=1),
            Spec("sms_line", names["sms_line"], "code", share=1),
        ],
    ]
    return FormPage(theme, rows)


class HoursForm(FormPage):
    """The day from which they hold, and opening and closing of each weekday."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _hours_rows(), _hours_note())

    def more(self) -> Sequence[Act]:
        """The hours of Saturday for the days that are usually like it."""
        return (
            Act(
                combo="F6",
                name=tr("As on Saturday"),
                does=tr("Sunday to Wednesday get the hours of Saturday"),
            ),
        )

    def press(self, combo: str) -> bool:
        """Copies Saturday; else as all forms."""
        if combo != "F6":
            return super().press(combo)
        for day in OTHERS:
            for end in ("opens", "closes"):
                self.form.put(f"{end}{day}", self.values[f"{end}{SATURDAY}"])
        return True


def counter_values(counter: CounterOpened | None) -> Values:
    """What its form shows."""
    return {
        "number": counter.number if counter else "",
        "title": counter.title if counter else "",
    }


def unit_values(unit: UnitDefined | None) -> Values:
    """What its form shows."""
    said = unit or UnitDefined(name="")
    return {"name": said.name, "person": said.person, "phone": said.phone, "posts": said.posts}


def class_values(defined: PriorityClassDefined | None) -> Values:
    """What its form shows."""
    return {
        "title": defined.title if defined else "",
        "credit": defined.credit if defined else 0,
    }


def letterhead_values(described: OfficeDescribed) -> Values:
    """What its form shows."""
    return {part: getattr(described, part) for part in PARTS}


def hours_values(week: HoursSet | None, since: date | None) -> Values:
    """What its form shows; without a day the field is empty."""
    hours = week.hours if week else {}
    spans = {day: hours.get(day, ()) for day in WEEK}
    return {
        "since": format_date(since) if since else "",
        **{f"opens{day}": _time(span[:1]) for day, span in spans.items()},
        **{f"closes{day}": _time(span[1:]) for day, span in spans.items()},
    }


def spans_typed(values: Values) -> dict[int, tuple[str, str]]:
    """What was typed for each weekday."""
    return {day: (values[f"opens{day}"], values[f"closes{day}"]) for day in WEEK}


def _time(end: Sequence[time]) -> str:
    return format_time(end[0]) if end else ""


def _hours_rows() -> list[list[Spec]]:
    since = Spec("since", tr("From the day"), note=tr("like {day}", day="۱۴۰۵/۰۷/۰۱"))
    pairs = [[*_day(WEEK[at]), *_day(WEEK[at + 1])] for at in range(1, len(WEEK), 2)]
    return [[since, *_day(SATURDAY)], *pairs]


def _day(day: int) -> list[Spec]:
    name = weekday_title(day)
    return [
        Spec(f"opens{day}", tr("{day}, from", day=name), share=1),
        Spec(f"closes{day}", tr("{day}, to", day=name), share=1),
    ]


def _hours_note() -> str:
    return tr(
        "A day without hours is no working day. What is promised already stays as it is printed."
    )
