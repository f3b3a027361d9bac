"""What the voice says, and whose turn it is."""

from datetime import time

import pytest
from num2words import num2words

from app.announcing import (
    CLIPS,
    Announcement,
    Heard,
    Turns,
    heard,
    quiet,
    sentence,
    taken,
    words,
)

LETTERS = [text for name, text in CLIPS.items() if name.startswith("letter")]


def call(
    key: str, *, number: int = 17, series: str = "الف", counter: str = "3", again: bool = False
) -> Announcement:
    return Announcement(key=key, series=series, number=number, counter=counter, again=again)


def waits(*keys: str, came: tuple[str, ...] = ()) -> list[Heard]:
    return [Heard(said=call(key), waits=key not in came) for key in keys]


def keys(turns: Turns) -> list[str]:
    return [each.key for each in turns.waiting]


def begun(*known: str) -> Turns:
    return heard(Turns(), waits(*known), ())


# -- words ---------------------------------------------------------------------------------------


def test_a_call_is_said_as_people_say_it() -> None:
    assert sentence(call("a")) == "شمارهٔ الف، هفده، به باجهٔ سه"


def test_a_recall_says_so_first() -> None:
    assert sentence(call("a", again=True)) == "تکرار می‌شود، شمارهٔ الف، هفده، به باجهٔ سه"


def test_every_number_has_its_words() -> None:
    for number in range(1, 10_000):
        said = sentence(call("a", number=number))
        expected = num2words(number, lang="fa")
        assert said == f"شمارهٔ الف، {expected}، به باجهٔ سه", number


@pytest.mark.parametrize("counter", range(1, 100))
def test_every_counter_has_its_words(counter: int) -> None:
    said = sentence(call("a", counter=str(counter)))
    assert said == f"شمارهٔ الف، هفده، به باجهٔ {num2words(counter, lang='fa')}"


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_has_its_word(letter: str) -> None:
    assert sentence(call("a", series=letter)) == f"شمارهٔ {letter}، هفده، به باجهٔ سه"


def test_all_that_can_be_called_is_put_together_out_of_the_recordings() -> None:
    used = {
        word.clip
        for number in range(1, 10_000)
        for word in words(call("a", number=number, counter=str(number % 99 + 1), again=True))
    }
    assert "" not in used
    assert used | {f"letter{n}" for n in range(1, 33)} == set(CLIPS)


def test_letters_of_several_are_said_one_by_one() -> None:
    assert sentence(call("a", series="بج")) == "شمارهٔ ب ج، هفده، به باجهٔ سه"
    assert sentence(call("a", series="الف ب")) == "شمارهٔ الف ب، هفده، به باجهٔ سه"


def test_a_letter_is_known_in_every_spelling() -> None:
    assert sentence(call("a", series="ك")) == sentence(call("a", series="ک"))
    assert sentence(call("a", series="ا")) == sentence(call("a", series="الف"))


@pytest.mark.parametrize(
    ("counter", "said"),
    [("12B", "دوازده B"), ("الف۲", "الف دو"), ("۱-۳", "یک سه"), ("VIP 2", "VIP دو"), ("*", "*")],
)
def test_a_counter_with_digits_and_letters_is_said_by_its_parts(counter: str, said: str) -> None:
    assert sentence(call("a", counter=counter)).endswith(f"به باجهٔ {said}")


def test_what_has_no_word_is_said_as_it_is() -> None:
    said = words(call("a", series="A", counter="شرقی", number=0))
    assert [word.text for word in said if not word.clip] == ["A", "0", "شرقی"]


# -- turns ---------------------------------------------------------------------------------------


def test_nothing_is_said_of_what_was_before_the_first_start() -> None:
    assert keys(begun("a", "b")) == []


def test_each_new_call_has_its_turn_in_the_order_of_the_journal() -> None:
    turns = heard(begun("a"), waits("a", "b", "c"), ())
    turns, first = taken(turns)
    assert first == call("b")
    turns, second = taken(turns)
    assert second == call("c")
    assert taken(turns)[1] is None


def test_a_call_is_said_once() -> None:
    turns, _ = taken(heard(begun(), waits("a"), ()))
    assert keys(heard(turns, waits("a"), ())) == []


def test_a_call_whose_client_came_meanwhile_is_dropped() -> None:
    turns = heard(begun(), waits("a", "b"), ())
    assert keys(heard(turns, waits("a", "b", came=("a",)), ())) == ["b"]


def test_a_call_that_was_called_again_is_said_once() -> None:
    turns = heard(begun(), waits("a", "b"), ())
    assert keys(heard(turns, waits("b", "a2"), ())) == ["b", "a2"]


def test_what_another_program_said_is_not_said_again() -> None:
    turns = heard(begun(), waits("a", "b"), ())
    assert keys(heard(turns, waits("a", "b"), ("a",))) == ["b"]


def test_who_takes_over_goes_on_behind_the_last_one_that_was_said() -> None:
    assert keys(heard(Turns(), waits("a", "b", "c"), ("x", "b"))) == ["c"]


def test_who_takes_over_after_long_says_who_waits_still() -> None:
    assert keys(heard(Turns(), waits("a", "b", came=("a",)), ("x",))) == ["b"]


def test_what_is_known_does_not_grow() -> None:
    turns = begun()
    for n in range(1000):
        turns, _ = taken(heard(turns, waits(*(str(m) for m in range(n, n + 8))), ()))
    assert len(turns.known) == 8


# -- quiet ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "since", "until", "silent"),
    [
        (time(3), None, None, False),
        (time(7, 29), time(7, 30), time(14), True),
        (time(7, 30), time(7, 30), time(14), False),
        (time(14), time(7, 30), time(14), True),
        (time(14), None, time(14), True),
        (time(23), time(7), None, False),
        (time(1), time(22), time(6), False),
        (time(12), time(22), time(6), True),
    ],
)
def test_the_voice_is_silent_in_the_quiet_hours(
    now: time,
    since: time | None,
    until: time | None,
    silent: bool,  # noqa: FBT001 - as pytest gives it
) -> None:
    assert quiet(now, since, until) is silent
