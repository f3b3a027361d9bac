"""The floor that a window is measured by: twenty fields in a form, painted, and nothing else.

`python -m tests.bench.bare`: says its resident memory in kilobytes once it is painted.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QWidget

from tests.bench.process import resident


def main() -> None:
    """Shows the form; ends when somebody closes its input."""
    application = QApplication(sys.argv)
    window = QWidget()
    form = QFormLayout(window)
    for number in range(20):
        form.addRow(f"Field {number}", QLineEdit(f"text {number}"))
    window.resize(1366, 728)
    window.show()
    window.repaint()
    QTimer.singleShot(0, lambda: print(resident(), flush=True))
    QTimer.singleShot(50, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
