"""The style sheet of what Qt draws itself; parts that paint themselves need none.

Kept short: every rule is weighed for every widget that is made. A rule with a dot is for that very
class, not for what is derived from it; `Line` and `Area` stand in boxes that their fields paint.
"""

from string import Template

from ui.look.tokens import Tokens

_RULES = Template("""
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px 8px; }
.QLineEdit, .QTextEdit, .QPlainTextEdit, .QComboBox {
  background: $surface; border: 1px solid $edge; border-radius: 6px; padding: 0 10px;
  min-height: ${field}px; }
.QTextEdit, .QPlainTextEdit { padding: 6px 8px; }
Line, Area { background: transparent; border: 0; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $edge; outline: 0; padding: 4px;
  selection-background-color: $firuzeh_1; selection-color: $ink; }
QComboBox QAbstractItemView::item {
  min-height: ${row}px; padding: 0 8px; border: 1px solid $surface; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected {
  background: $firuzeh_1; color: $ink; border-color: $firuzeh_7; }
QAbstractItemView { background: transparent; border: 0; outline: 0; gridline-color: transparent; }
QAbstractScrollArea { border: 0; }
QScrollBar:vertical { background: transparent; width: 6px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 6px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def filled(tokens: Tokens, *, field: int, row: int) -> str:
    """The style sheet in these colours, with fields and rows of a list of these heights in px."""
    colours = {name: getattr(tokens, name) for name in tokens.__struct_fields__}
    return _RULES.substitute(colours, field=field - 2, row=row)
