"""Joins the pages of the clerks and the store."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from app.deeds.clerk import disable_clerk, enable_clerk, unlock_clerk
from app.deeds.looking import the_entry_taken
from app.deeds.office import admit_clerk, dismiss_clerk
from app.events.office import Role
from app.order import by_code
from app.ports import Look, Work
from app.showing.people import PeopleShown, PersonShown, people_shown
from app.signing_in import give
from ui.frame.ask import Ask
from ui.frame.live import Live
from ui.frame.words import tr
from ui.supervisor.means import Means
from ui.supervisor.people.form_page import PersonPage, Services
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
        self._form.kept.connect(self.keep)

    def edit(self, person: PersonShown | None) -> None:
        """Somebody's name, role and skills."""

        def show(services: Services) -> None:
            self._form.show_person(person, services)
            self._means.go(self._form)

        self._means.door.look(_services, show, awaited=True)

    def keep(self, code: str, name: str, role: str, skills: tuple[str, ...]) -> None:
        """As it stands in the fields."""
        deed = partial(admit_clerk, code=code, name=name, role=cast(Role, role), skills=skills)
        self._do(deed, tr("{name} is kept.", name=name), then=self._form.leave.emit)

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

    def _read(self, look: Look) -> PeopleShown:
        return people_shown(look, self._means.door.clerk)

    def _do(
        self,
        deed: Callable[[Work], object],
        said: str,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        def done(_: object) -> None:
            then()
            self._told(said)

        self._means.door.do(deed, done)

    def _told(self, said: str) -> None:
        """What is said is seen at once, too."""

        def show(shown: PeopleShown) -> None:
            self._page.show_people(shown)
            self._means.speaker.tell(said)

        self._means.door.look(self._read, show, awaited=True)


def _services(look: Look) -> Services:
    entries = [the_entry_taken(look, entity) for entity in look.services()]
    offered = [entry for entry in entries if not entry.retired]
    offered.sort(key=lambda entry: by_code(entry.sheet.code))
    return [(entry.id, entry.sheet.code, entry.sheet.title) for entry in offered]
