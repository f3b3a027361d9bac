"""What a list or a text is painted on."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def lay_ground(area: QAbstractScrollArea) -> None:
    """Lets whatever lies behind the area be seen. The area gets a viewport made here: to be handed
    Qt's own costs a look through every class of widgets, a twentieth of the program's start.
    """
    ground = QWidget()
    ground.setAutoFillBackground(False)
    area.setViewport(ground)
