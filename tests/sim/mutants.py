"""Bugs planted on purpose, in the client's own code and in the centre: each must be caught.

A rule of the protocol for which no mutant fails is a rule that nothing guards.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest import mock

from app.events import ticket as said
from app.folds import ticket as tickets
from app.sync import calling, pulling, pushing
from app.sync.feed import Place
from app.sync.wire import Call, Candidate, Forked, Page, Push, Pushed, Reply
from db import history, merge, parting, replica
from db.store import Surroundings
from tests.sim import pc as pcs
from tests.sim.centre import ModelCentre

Planted = tuple[type[ModelCentre], Callable[[], Any]]
