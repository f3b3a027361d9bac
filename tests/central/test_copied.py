"""A PC whose folder was copied works twice under one name: what it gave twice is told."""

import shutil

import pytest

from tests.central.office import Centre
from tests.central.pcs import joined
from tests.ui.shell import Shell


def test_a_folder_that_was_put_back_is_told_from_one_that_was_copied(
    first: Shell, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, _ = joined(first, centre)
    labels = [second.done("issue", "--service", "16")["label"]]
    second.done("sync", "--once")
    old = first.home / "old"
    shutil.copytree(second.data, old)
    labels += [second.done("issue", "--service", "16")["label"] for _ in range(3)]
    second.done("sync", "--once")
    shutil.rmtree(second.data)
    shutil.copytree(old, second.data)
    said = second.done("sync", "--once")
    assert said["rolled_back"]["events"] >= 2
    (lost,) = said["rolled_back"]["lost"]
    assert (lost["series"], lost["first"], lost["last"]) == ("پ", 2, 4)
    told = second.say("sync", "--once")[1]
    assert "قدیمی‌تر از شاهد" in told
    assert "پ ۰۰۲ تا پ ۰۰۴" in told
    assert "شناسه کار می‌کند" not in told
    labels.append(second.done("issue", "--service", "16")["label"])
    assert len(set(labels)) == 5
    shutil.rmtree(second.data)
    shutil.copytree(old, second.data)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_STATE_HOME", str(first.home / "elsewhere"))
        copied = second.done("sync", "--once")
        assert "rolled_back" not in copied
        assert "another" in copied["alarms"]


def test_two_tickets_of_one_label_are_listed_and_not_called_by_it(
    first: Shell, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    second, _ = joined(first, centre)
    second.done("issue", "--service", "16")
    second.done("sync", "--once")
    copy = Shell(first.home / "copy", first.home)
    copy.clock = first.clock
    shutil.copytree(second.data, copy.data)
    given = second.done("issue", "--service", "16")
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("XDG_STATE_HOME", str(first.home / "elsewhere"))
        again = copy.done("issue", "--service", "3")
        copy.done("sync", "--once")
    assert (given["label"], given["ticket"] != again["ticket"]) == (again["label"], True)
    said = second.done("sync", "--once")
    assert "another" in said["alarms"]
    first.done("sync", "--once")
    second.done("sync", "--once")
    for shell in (first, second):
        listed = shell.done("conflicts")
        ids = [given["ticket"], again["ticket"]]
        assert listed["doubles"] == [{"kind": "ticket", "name": given["label"], "ids": ids}]
        assert given["label"].split()[0] in shell.say("conflicts")[1]
    asked = ("call", "--counter", "1", "--reason", "سالمند", "--label")
    assert first.refused(*asked, given["label"]) == "label_doubled"
    assert "۰۸:" in first.sentence(*asked, given["label"])
    assert first.done(*asked, again["ticket"])["ticket"] == again["ticket"]
