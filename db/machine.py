"""Which machine this is: a data folder that wakes up on another one must know it."""

import platform
import sys
import uuid
from hashlib import sha256
from pathlib import Path

if sys.platform == "win32":
    import winreg


def machine_id() -> str:
    """The system's own lasting id, hashed; its network name where it has none."""
    return sha256(f"bajeh-machine-1\n{_system_id()}".encode()).hexdigest()[:32]


def _system_id() -> str:
    if sys.platform == "win32":
        path = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        file = Path(name)
        if file.is_file() and (text := file.read_text().strip()):
            return text
    return f"{platform.node()}-{uuid.getnode():x}"
