"""The office edits its forms: every edition is kept, and an older one may be taken back."""

from msgspec.structs import replace

from app.events import office as said
from app.folds import office
from app.folds.office import Edition, Office
from app.ports import Look, Work
from app.refusal import Refusal
from app.roles import deed
from app.templates.picture import picture_name
from app.templates.template import Template
from app.templates.template_check import checked, checked_emblem


def template_of(look: Look, kind: str, version: int | None = None) -> Template:
    """The form's template as it stands, or as it was; what nobody has edited is as it ships.

    Refuses `template_version_unknown`.
    """
    editions = look.office.templates.get(kind, ())
    if version is None:
        return editions[-1].template if editions else Template()
    if version == 0:
        return Template()
    found = [edition.template for edition in editions if edition.template.version == version]
    if not found:
        raise Refusal("template_version_unknown", version=version)
    return found[-1]


def editions_of(look: Look, kind: str) -> tuple[Edition, ...]:
    """All editions of a form, the oldest first."""
    return look.office.templates.get(kind, ())


@deed
def edit_template(
    work: Work, kind: str, template: Template, png: bytes = b"", *, based: int | None = None
) -> Template:
    """Keeps one more edition, with `png` as its emblem where there is one; gives it with its
    version. Nothing is kept where nothing is changed. `based`: the version that whoever edits had
    before them, if they had one.

    Refuses `template_changed_meanwhile(version)` where
    another edition than that holds by now, and what `app.templates.template_check` refuses.
    """
    picture = picture_name(checked_emblem(png)) if png else template.emblem
    known = (*work.office.pictures, *([picture] if png else []))
    wanted = checked(kind, replace(template, emblem=picture), known)
    before = template_of(work, kind)
    if replace(wanted, version=before.version) == before:
        return before
    if based is not None and based != before.version:
        raise Refusal("template_changed_meanwhile", version=before.version)
    if png and picture not in work.office.pictures:
        work.append(office.FOLD, work.office.id, said.PictureKept(name=picture, png=png))
    last = max((edition.template.version for edition in editions_of(work, kind)), default=0)
    return _appended(work, kind, replace(wanted, version=last + 1))


@deed
def take_back(work: Work, kind: str, version: int) -> Template:
    """An older edition as a new one. Refuses as `edit_template` and `template_of` do."""
    return edit_template(work, kind, template_of(work, kind, version))


def _appended(work: Work, kind: str, template: Template) -> Template:
    edited = said.TemplateEdited(paper=kind, template=template)
    state: Office = work.append(office.FOLD, work.office.id, edited)
    return state.templates[kind][-1].template
