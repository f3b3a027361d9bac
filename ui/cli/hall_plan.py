"""The sample office with a larger hall."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from app.deeds.founding import Plan, PlannedClerk, PlannedCounter
from app.sub_service import SubService
from ui.sample import sample_plan


def hall_plan(today: date, words: Mapping[str, str]) -> Plan:
    """Four counters and a clerk for each, two kiosks, and a sub-service that is wholly electronic;
    `words` names them.
    """
    plan = sample_plan(today)
    counters = [PlannedCounter(number=n, title=words[f"counter_{n}"]) for n in ("3", "4")]
    clerk = PlannedClerk(code=words["clerk_code"], name=words["clerk_name"])
    electronic = SubService(
        code=words["electronic_code"],
        title=words["electronic_title"],
        department=words["electronic_department"],
        channel="electronic",
        url=words["electronic_url"],
    )
    return replace(
        plan,
        counters=(*plan.counters, *counters),
        kiosks=(*plan.kiosks, words["second_kiosk"]),
        clerks=(*plan.clerks, clerk),
        catalogue=(*plan.catalogue, electronic),
    )
