"""How words are written for the synthetic voice, so that it reads them as people say them.

Persian is written without its short vowels; left alone the voice takes «نه» for "no" and reads
every «و» as "va".
"""

from collections.abc import Sequence

from app.announcing import AND, Word

_SPELLED = {
    "شمارهٔ": "شماره‌یِ",
    "به باجهٔ": "بِ باجه‌یِ",
    "تکرار می‌شود": "تکرار می‌شَوَد",
    "نه": "نُه",
    "ب": "بِ",
    "پ": "پِ",
    "ت": "تِ",
    "ث": "ثِ سه نقطه",
    "ج": "جیم",
    "چ": "چِ",
    "ح": "حِ جیمی",
    "خ": "خِ",
    "د": "دال",
    "ذ": "ذال",
    "ر": "رِ",
    "ز": "زِ",
    "ژ": "ژِ",
    "س": "سین",
    "ش": "شین",
    "ص": "صاد",
    "ض": "ضاد",
    "ط": "طا",
    "ظ": "ظا",
    "ع": "عین",
    "غ": "غین",
    "ف": "فِ",
    "ق": "قاف",
    "ک": "کاف",
    "گ": "گاف",
    "ل": "لام",
    "م": "میم",
    "ن": "نون",
    "و": "واو",
    "ه": "هِ دو چشم",
    "ی": "یِ",
}
_SHORT_O = "\u064f"
"""«بیست و یک» is said «bisto yek»."""


def spelled(words: Sequence[Word]) -> str:
    """The words as the voice is to read them; where one ends it rests."""
    line: list[str] = []
    for word in words:
        if word.clip == AND and line:
            line[-1] += _SHORT_O
            continue
        line.append(_SPELLED.get(word.text, word.text) + ("،" if word.ends else ""))
    return " ".join(line).removesuffix("،")
