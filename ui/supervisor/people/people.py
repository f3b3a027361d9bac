"""Joins the pages of the clerks and the store."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from app.deeds.clerk import disable_clerk, enable_clerk, unlock_clerk
from app.deeds.looking import the_entry_taken
from app.deeds.office import admit_clerk, dismiss_clerk, require_as_seen
from app.events.office import ClerkAdmitted
from app.folds.catalogue import Entry
from app.order import by_code
from app.persian import clean, tidy
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import by_id
from app.showing.people import PeopleShown, PersonShown, people_shown
from app.signing_in import give
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.words import tr
from ui.supervisor.keeping import Keeping
from ui.supervisor.kept_page import Values
from ui.supervisor.means import Means
from ui.supervisor.people.form_page import PersonPage
from ui.supervisor.people.page import PeoplePage


def people(means: Means) -> PeoplePage:
    """The page, kept up to date while it is seen."""
    page = PeoplePage(means.theme)
    page.setProperty("accounts", Accounts(means, page))
    return page


class Accounts(QObject):
    """What the pages wish is carried out."""

    def __init__(self, means: Means, page: PeoplePage) -> None:
        super().__init__(page)
        self._means, self._page = means, page
        self._form = PersonPage(means.theme)
        Live(means.door, page, self._read, page.show_people)
        page.edit_wanted.connect(self.edit)
        page.password_wanted.connect(self.give_password)
        page.unlock_wanted.connect(self.unlock)
        page.disable_wanted.connect(self.disable)
        page.enable_wanted.connect(self.enable)
        page.dismiss_wanted.connect(self.dismiss)
        Keeping(means, self._form, _keep, _now, self._kept)

    def edit(self, person: PersonShown | None) -> None:
        """Somebody's name, role and skills, or somebody new."""

        def read(look: Look) -> tuple[Values, ClerkAdmitted | None]:
            who = look.office.clerk(person.code) if person else None
            return _values(look, who), who

        def show(found: tuple[Values, ClerkAdmitted | None]) -> None:
            values, who = found
            title, key = (who.name, who.clerk) if who else (tr("A new clerk"), "")
            self._form.open_form(title, key, values, who)
            self._means.go(self._form)

        self._means.door.look(read, show, awaited=True)

    def give_password(self, person: PersonShown) -> None:
        """A first password; one's own is changed by who knows the present one."""
        if person.clerk == self._means.door.clerk:
            self._means.signing.change_password()
            return
        question = tr("First password of {name}; they change it at once", name=person.name)
        self._means.speaker.ask(
            Ask(question=question, kind="text"), partial(self._give_password, person)
        )

    def unlock(self, person: PersonShown) -> None:
        """After wrong passwords."""
        said = tr("{name} may try again.", name=person.name)
        self._do(partial(unlock_clerk, code=person.code), said)

    def disable(self, person: PersonShown) -> None:
        """For a reason that is asked."""
        question = tr("Why is the account of {name} disabled?", name=person.name)
        said = tr("{name} is disabled; their windows lock.", name=person.name)
        self._means.speaker.ask(
            Ask(question=question, kind="text"),
            lambda why: self._do(partial(disable_clerk, code=person.code, reason=why), said),
        )

    def enable(self, person: PersonShown) -> None:
        """May act again."""
        said = tr("{name} may act again.", name=person.name)
        self._do(partial(enable_clerk, code=person.code), said)

    def dismiss(self, person: PersonShown) -> None:
        """Asked once; what they did keeps their name."""
        question = tr("Dismiss {name}? What they did keeps their name.", name=person.name)
        said = tr("{name} no longer works here.", name=person.name)
        self._means.speaker.ask(
            Ask(question=question),
            lambda _: self._do(partial(dismiss_clerk, code=person.code), said),
        )

    # -- how -------------------------------------------------------------------------------------

    def _give_password(self, person: PersonShown, typed: str) -> None:
        by, said = self._means.door.clerk, tr("{name} has a first password.", name=person.name)
        self._means.door.with_store(
            lambda store: give(store.journal, store.passwords, by, person.code, typed),
            lambda _: self._told(said),
        )

    def _kept(self, values: Values) -> None:
        self._told(tr("{name} is kept.", name=values["name"]))

    def _read(self, look: Look) -> PeopleShown:
        return people_shown(look, self._means.door.clerk)

    def _do(self, deed: Callable[[Work], object], said: str) -> None:
        self._means.door.do(deed, lambda _: self._told(said))

    def _told(self, said: str) -> None:
        """What is said is seen at once, too."""

        def show(shown: PeopleShown) -> None:
            self._page.show_people(shown)
            self._means.speaker.tell(said)

        self._means.door.look(self._read, show, awaited=True)


def _keep(work: Work, values: Values, based: ClerkAdmitted | None) -> object:
    if based is None:
        _require_free(work, tidy(clean(values["code"])))
    else:
        standing = by_id(work.office, based.clerk)
        if standing is None:
            raise Refusal("clerk_left", name=based.name)
        require_as_seen(based, standing)
    return admit_clerk(work, **values)


def _require_free(work: Work, code: str) -> None:
    """A code is given to one at a time; that of somebody who left is free."""
    if code in work.office.clerks:
        raise Refusal("clerk_taken", clerk=code)


def _now(look: Look, clerk: str) -> tuple[Values, Any] | None:
    """By the id: somebody else may have got the code."""
    who = by_id(look.office, clerk)
    return (_values(look, who), who) if who else None


def _values(look: Look, who: ClerkAdmitted | None) -> Values:
    skills = who.skills if who else ()
    return {
        "code": who.code if who else "",
        "name": who.name if who else "",
        "role": who.role if who else "clerk",
        "skills": skills,
        "services": _services(look, skills),
    }


def _services(look: Look, skills: Sequence[str]) -> list[tuple[str, str, str]]:
    """Id, code and title of what the office offers, and of what they can do and it offers no more:
    a skill that nobody sees would be lost.
    """
    entries = [the_entry_taken(look, entity) for entity in look.services()]
    listed = [entry for entry in entries if not entry.retired or entry.id in skills]
    listed.sort(key=lambda entry: by_code(entry.sheet.code))
    return [(entry.id, entry.sheet.code, _title(entry)) for entry in listed]


def _title(entry: Entry) -> str:
    title = entry.sheet.title
    return tr("{title} (given no longer)", title=title) if entry.retired else title
