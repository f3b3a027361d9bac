"""Who signs the answer: whoever signed the last one, the clerk, or somebody new."""

from PySide6.QtCore import Signal

from app.deeds.answer import Draft
from app.issuer import Issuer
from app.showing.answer import AnswerShown
from ui.frame.words import tr
from ui.look.parts.choice_field import ChoiceField
from ui.look.theme import Theme

_NEW = "new"


class IssuerField(ChoiceField):
    """Name and post in one choice; its last offer is somebody new, who has to be asked for."""

    new_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Issuer and post"))
        self._issuers: tuple[Issuer, ...] = ()
        self._present = ""
        self.chosen.connect(self._weigh)

    def issuer(self) -> Issuer | None:
        """Who is chosen."""
        place = self.value()
        return self._issuers[int(place)] if place.isdigit() else None

    def show_issuers(self, shown: AnswerShown, draft: Draft) -> None:
        """Offers whoever may sign; whoever the draft names is chosen, else the first."""
        said = Issuer(name=draft.issuer_name, post=draft.issuer_post)
        own = Issuer(name=shown.clerk, post=_post(shown.role))
        offered = [*shown.issuers, *([own] if own.name and own.post else [])]
        known = dict.fromkeys([*([said] if said.name else []), *offered])
        self._offer(tuple(known))

    def add(self, name: str, post: str) -> None:
        """Somebody new, who is chosen at once."""
        self._offer(tuple(dict.fromkeys([Issuer(name=name, post=post), *self._issuers])))

    def _offer(self, issuers: tuple[Issuer, ...]) -> None:
        self._issuers = issuers
        words = [
            (str(n), tr("{name}, {post}", name=who.name, post=who.post))
            for n, who in enumerate(issuers)
        ]
        nobody = [] if issuers else [("", "—")]
        self._present = "0" if issuers else ""
        self.show_options([*nobody, *words, (_NEW, tr("Another issuer…"))], self._present)

    def _weigh(self, key: str) -> None:
        if key == _NEW:
            self.show_value(self._present)
            self.new_wanted.emit()
        else:
            self._present = key


def _post(role: str) -> str:
    posts = {
        "clerk": tr("A clerk of the service desk"),
        "supervisor": tr("Head of the service desk"),
        "administrator": tr("Administrator of the system"),
    }
    return posts.get(role, "")
