"""What may befall an office."""


class Fate:
    """How often what happens, of a hundred; a kind of world in which a seed plays. `old`: one PC
    has an older program.
    """

    def __init__(self, *, old: bool = False, **odds: float) -> None:
        self.old = old
        self.odds = odds

    def __getitem__(self, name: str) -> float:
        return self.odds.get(name, 0)


FATES = (
    Fate(lose=5, mute=5),
    Fate(lose=3, mute=8, twice=8, crash=2, full=0.5),
    Fate(lose=2, mute=4, restore=1.2, crash=1, thief=70),
    Fate(lose=2, mute=4, failover=2, restart=0.5, crash=0.5, resume=0.3, thief=40),
    Fate(lose=2, mute=4, rollback=1, crash=1, full=1.5),
    Fate(lose=2, mute=3, reimage=1, restore=0.5),
    Fate(lose=2, mute=3, copy=0.6, crash=0.5, clock=2),
    Fate(lose=3, mute=4, twice=4, night=0.6, clock=1, odd=1, restore=0.3, old=True),
    Fate(lose=3, mute=3, die=0.8, admit=2, restore=0.7, away=1, poison=0.5, thief=50),
    Fate(lose=6, mute=6, twice=6, crash=1, restore=0.7, rollback=0.5, copy=0.2, clock=2, poison=1,
         odd=1, full=0.5, die=0.3, admit=1, away=1, resume=0.2, night=0.2, thief=50),
)  # fmt: skip
"""`lose` a request, `mute` an answer, `twice`: a request comes again, long after; `restore`: the
centre, from a backup; `failover`: it loses its last commits; `rollback`: an old data folder is put
back; `reimage`: with it the witness; `poison`: the centre will never take an event; `odd`: one that
no program of today would write; `full`: a disk, for a while; `die`: a PC; `admit`: its outbox is
brought to the centre; `resume`: the supervisor ends a pause; `night` passes; `thief`: after a
restore a stolen PC is the first that comes.
"""
