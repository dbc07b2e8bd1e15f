"""PDF files opened in processes apart, which a hostile file may crash, fill or hold up: the only way to them."""

import atexit
import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any, ClassVar, TypeAlias

from convenir.core.refusals import Refusal
from convenir.reader.intake.limits import MOST_PAGES, SECONDS_A_PDF

_WORKER = "convenir.reader.intake.pdf_worker"
Answer: TypeAlias = tuple[dict[str, Any], bytes]


class LockedPdf(Refusal):
    """A password is asked for."""

    code: ClassVar[str] = "locked-pdf"
    sentence: ClassVar[str] = (
        "Ce PDF est protégé par un mot de passe. Ouvrez-le avec ce mot de passe, enregistrez-en une copie sans "
        "protection (par exemple par « Imprimer », puis « Enregistrer au format PDF »), puis déposez cette copie."
    )


class BrokenPdf(Refusal):
    """The bytes say that they are a PDF, and no page can be reached."""

    code: ClassVar[str] = "broken-pdf"
    sentence: ClassVar[str] = (
        "Ce PDF est endommagé ou incomplet : aucune de ses pages ne peut être lue. "
        "Demandez-le de nouveau à la personne qui vous l’a transmis, ou enregistrez-le de nouveau, puis déposez-le."
    )


class TooManyPages(Refusal):
    """More than a convention with its annexes."""

    code: ClassVar[str] = "too-many-pages"
    sentence: ClassVar[str] = (
        "Ce PDF compte {pages} pages, et {most} au plus sont lues. Déposez la seule convention et ses annexes."
    )


class UnbearablePdf(Refusal):
    """The process that opened the file fell, or did not come to an end."""

    code: ClassVar[str] = "unbearable-pdf"
    sentence: ClassVar[str] = (
        "Ce PDF n’a pas pu être lu : l’ouvrir demande trop de temps ou de mémoire, ou échoue. Ouvrez-le dans votre "
        "lecteur, enregistrez-en une copie par « Imprimer », puis « Enregistrer au format PDF », et déposez-la."
    )


class _Service:
    """The process, started when it is first needed and again whenever it has ended."""

    def __init__(self) -> None:
        self.forget()
        atexit.register(self.close)
        os.register_at_fork(after_in_child=self.forget)

    def forget(self) -> None:
        """Has no process: that of the parent, for a process that was forked, stays with the parent."""
        self._one_at_a_time = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[Any, Any] | None = None

    def ask(self, order: dict[str, Any], data: bytes) -> Answer:
        """The answer of the process; refuses a file that makes it fall or holds it up."""
        with self._one_at_a_time:
            connection = self._running()
            try:
                connection.send_bytes(json.dumps(order).encode())
                connection.send_bytes(data)
                if not connection.poll(SECONDS_A_PDF):
                    raise TimeoutError
                told, payload = json.loads(connection.recv_bytes()), connection.recv_bytes()
            except (EOFError, OSError) as error:
                self._end()
                raise UnbearablePdf from error
            if told["last"]:
                self._end()
            return told, payload

    def _running(self) -> "Connection[Any, Any]":
        if self._connection is not None and self._process is not None and self._process.poll() is None:
            return self._connection
        self._end()
        here, there = Pipe()
        self._process = subprocess.Popen(
            [sys.executable, "-m", _WORKER, str(there.fileno())],
            pass_fds=[there.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, sys.path))),
        )
        there.close()
        self._connection = here
        return here

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._connection = None

    def close(self) -> None:
        """Ends the process."""
        with self._one_at_a_time:
            self._end()


# Two, between which the pages of a file are shared: to find their words is most of the work.
_SERVICES = (_Service(), _Service())


def ask(work: str, data: bytes, **how: int) -> Answer:
    """The answer of `pdf_worker` to an order about a file; refuses what is locked, broken, too long or unbearable."""
    return _asked(_SERVICES[0], {"work": work, **how}, data)


def ask_by_shares(work: str, data: bytes) -> list[Answer]:
    """The answers to an order about all the pages of a file, each for a share of them, in their order."""
    orders = [{"work": work, "share": share, "shares": len(_SERVICES)} for share in range(len(_SERVICES))]
    with ThreadPoolExecutor(len(_SERVICES)) as pool:
        return list(pool.map(_asked, _SERVICES, orders, repeat(data)))


def _asked(service: _Service, order: dict[str, Any], data: bytes) -> Answer:
    told, payload = service.ask(order, data)
    match told.get("unopened"):
        case "locked":
            raise LockedPdf
        case "too-long":
            raise TooManyPages(pages=told["pages"], most=MOST_PAGES)
        case "broken":
            raise BrokenPdf
        case _:
            return told, payload
