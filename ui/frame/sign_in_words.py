"""What is said to whoever signs in."""

from app.showing.entrance import Entrance
from ui.frame.words import tr


def stands_words(shown: Entrance) -> str:
    """Why whoever worked here does so no longer."""
    if shown.stands == "disabled":
        said = tr("The account of {name} was disabled. What was begun is kept.", name=shown.name)
    elif shown.stands == "over":
        said = tr("The pass of {name} is over.", name=shown.name)
    elif shown.stands == "elsewhere":
        said = tr("The role of {name} was changed. What was begun is kept.", name=shown.name)
    else:
        said = tr("{name} no longer works here. What was begun is kept.", name=shown.name)
    return said


def hint_of(shown: Entrance) -> str:
    """What a sample office tells everybody."""
    if not shown.sample:
        return ""
    return tr("Sample office: the password of every clerk is «{text}».", text=shown.sample)
