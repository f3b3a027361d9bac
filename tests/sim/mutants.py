"""Bugs planted on purpose, in the client's own code and in the centre: each must be caught.

A rule of the protocol for which no mutant fails is a rule that nothing guards.
"""

from contextlib import nullcontext

from tests.sim import bugs_of_centre as centre
from tests.sim import bugs_of_client as client
from tests.sim.centre import ModelCentre


class Mutant:
    """A bug: another centre, or something else in the program while it is planted."""

    def __init__(
        self,
        name: str,
        planted: client.Planted = nullcontext,
        centre: type[ModelCentre] = ModelCentre,
    ) -> None:
        self.name = name
        self.planted = planted
        self.centre = centre


MUTANTS = (
    Mutant("no dedupe", centre=centre.NoDedupe),
    Mutant("links not compared", centre=centre.NumbersAlone),
    Mutant("acknowledgement beyond the batch", client.ack_beyond_the_batch),
    Mutant("fork ignored", client.fork_ignored),
    Mutant("rest deleted after a fork", client.rest_deleted),
    Mutant("new event ids after a fork", client.new_event_ids),
    Mutant("no (cursor, mark)", centre=centre.NoPlace),
    Mutant("no pause", centre=centre.NoPause),
    Mutant("own last seq not reconciled", client.last_seq_not_reconciled),
    Mutant("no healing", client.no_healing),
    Mutant("healing in a wrong order", client.wrong_order_of_healing),
    Mutant("no witness", client.no_witness),
    Mutant("newest event not checked by the call", centre=centre.NewestUnchecked),
    Mutant("call id not idempotent", centre=centre.CallTwice),
    Mutant("candidates with pending events", client.candidates_with_pending),
    Mutant("answer taken without the fold's word", client.answer_taken_at_its_word),
    Mutant(
        "lost tail dropped from the order",
        client.order("AND lost IS NULL ORDER BY feed IS NULL, feed, pos"),
    ),
    Mutant("own unseen events dropped at acknowledgement", client.acknowledged_dropped),
    Mutant("return by counter instead of call id", client.returned_by_counter),
    Mutant("cursor stored before rows", client.cursor_before_rows),
    Mutant("clock order", client.order("ORDER BY at")),
    Mutant("select, then update", centre=centre.SelectThenUpdate),
    Mutant("brought back before what it hangs on", centre=centre.TakesWhatHangsOnNothing),
    Mutant("first words not believed", client.first_words_not_believed),
    Mutant("own copy not believed", client.own_copy_not_believed),
    Mutant("brought back once for ever", centre=centre.TakesOnce),
    Mutant("doubted for ever", client.doubted_for_ever),
    Mutant("neighbours of a signature believed", client.neighbours_vouched_for),
    Mutant("marks without receipts", client.marks_without_receipts),
    Mutant("lines of a PC that is none", centre=centre.KnowsEverybody),
    Mutant("receipt not noticed", client.receipt_not_noticed),
    Mutant("clock measured once for ever", client.clock_once_measured),
    Mutant("night ended without the centre", client.night_without_the_centre),
)
