"""Papers made on worker threads, beside a running event loop."""

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from printing.paper import Press
from tests.printing import samples


def test_workers_make_what_the_main_thread_makes(press: Press) -> None:
    expected = press.thermal(samples.receipt())
    gaps = [perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: gaps.append(perf_counter()))
    timer.start(1)
    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(press.thermal, samples.receipt()) for _ in range(20)]
        files = [pool.submit(press.pdf, samples.receipt()) for _ in range(10)]
        while not all(job.done() for job in (*jobs, *files)):
            QCoreApplication.processEvents()
    timer.stop()
    assert all(job.result() == expected for job in jobs)
    assert len({len(file.result()) for file in files}) == 1
    assert len(gaps) > 5
