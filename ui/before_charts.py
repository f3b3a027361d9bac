"""What pyqtgraph wants besides Qt. Nobody uses it here: it is loaded early, beside the window.

Qt asks for a widget's class on the window's thread without holding Python's lock; a thread that
makes such classes meanwhile, as every module of widgets does, ends the program. None of these does.
"""

import cProfile
import decimal
import multiprocessing.connection
import xml.etree.ElementTree as ET

import numpy.typing as npt

LOADED = (cProfile, decimal, multiprocessing.connection, ET, npt)
