"""Whether a file holds what vouches for a centre."""

import ssl

from app.refusal import Refusal


def certificate_of(data: bytes) -> str:
    """Its text. Refuses `certificate_wrong` where it holds no certificate, and `certificate_secret`
    where it holds a private key too, for PCs are given it.
    """
    try:
        text = data.decode("ascii")
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=text)
    except (UnicodeDecodeError, ssl.SSLError, ValueError):
        raise Refusal("certificate_wrong") from None
    if "PRIVATE KEY" in text:
        raise Refusal("certificate_secret")
    return text
