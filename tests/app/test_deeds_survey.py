"""Questionnaires name nobody, and are counted together."""

from app.counted import FilledRow
from app.deeds.day import close_day
from app.deeds.survey import LEAST, enter_survey, waiting_surveys
from app.events.survey import Filled, SurveysCounted
from app.figures.opinions import count_opinions
from app.figures.report import QUESTIONS
from tests.app.desk import Desk
from tests.app.opened import TODAY, TOMORROW, opened


def filled(level: int = 5, **more: str) -> Filled:
    return Filled(day=TODAY, answers=(level,) * QUESTIONS, **more)


def enters(desk: Desk, *levels: int) -> None:
    for level in levels:
        desk.do(enter_survey, filled(level), QUESTIONS)


def test_a_form_waits_outside_the_journal() -> None:
    desk = opened()
    before = len(desk.facts)
    assert desk.do(enter_survey, filled(remarks="  خوب بود "), QUESTIONS) == 1
    assert len(desk.facts) == before
    assert desk.see(waiting_surveys)[0].remarks == "خوب بود"


def test_fewer_than_five_wait_on() -> None:
    desk = opened()
    enters(desk, *[5] * (LEAST - 1))
    desk.do(close_day, TODAY)
    assert len(desk.see(waiting_surveys)) == LEAST - 1
    assert not any(isinstance(event, SurveysCounted) for event in desk.said())


def test_the_close_of_the_desk_counts_them_together() -> None:
    desk = opened()
    enters(desk, 5, 4, 3, 2, 1, 5)
    desk.do(close_day, TODAY, "1")
    assert len(desk.see(waiting_surveys)) == 6
    desk.do(close_day, TODAY)
    counted = [event for event in desk.said() if isinstance(event, SurveysCounted)]
    assert sorted(each.answers[0] for each in counted[0].filled) == [1, 2, 3, 4, 5, 5]
    assert desk.see(waiting_surveys) == ()


def test_what_is_no_filled_form_is_refused() -> None:
    desk = opened()
    assert desk.refused(enter_survey, filled(0), QUESTIONS).code == "survey_empty"
    assert desk.refused(enter_survey, filled(6), QUESTIONS).code == "survey_wrong"
    assert desk.refused(enter_survey, filled(1), QUESTIONS + 1).code == "survey_wrong"
    later = Filled(day=TOMORROW, answers=(1,) * QUESTIONS)
    assert desk.refused(enter_survey, later, QUESTIONS).code == "day_in_future"


def test_answers_spread_over_the_levels_of_each_question() -> None:
    rows = [
        FilledRow(
            day="2026-11-21", service="", gender=who, visits="", answers=said, remarks=remarks
        )
        for who, said, remarks in (("male", "53", ""), ("female", "51", "صف"), ("", "0", ""))
    ]
    told = count_opinions(rows, 2)
    assert (told.filled, told.genders) == (3, {"male": 1, "female": 1, "": 1})
    first, second = told.questions
    assert (first.levels, first.answered) == ((2, 0, 0, 0, 0), 2)
    assert second.levels == (0, 0, 1, 0, 1)
    assert told.remarks == ("صف",)
