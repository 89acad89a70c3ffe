"""What the desktop says through its portal for programs (org.freedesktop.portal.Settings), on Linux and the BSDs."""

from time import monotonic

PATIENCE_MS = 200
FRESH = 5.0
"""So many seconds an answer holds."""

_answers: dict[tuple[str, str], tuple[float, object]] = {}


def setting(namespace: str, key: str) -> object:
    """A setting's value; None where there is no portal, or none that knows it, of which it is not asked again."""
    known = _answers.get((namespace, key))
    if known is None or (known[1] is not None and monotonic() - known[0] > FRESH):
        _answers[namespace, key] = known = (monotonic(), _asked(namespace, key))
    return known[1]


def _asked(namespace: str, key: str) -> object:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    call = QDBusMessage.createMethodCall(
        "org.freedesktop.portal.Desktop",
        "/org/freedesktop/portal/desktop",
        "org.freedesktop.portal.Settings",
        "Read",
    )
    call.setArguments([namespace, key])
    answer = bus.call(call, QDBus.CallMode.Block, PATIENCE_MS)
    if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    value = answer.arguments()[0]
    while isinstance(value, QDBusVariant):  # the value comes wrapped twice
        value = value.variant()
    return value
