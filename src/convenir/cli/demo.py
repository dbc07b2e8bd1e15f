"""`convenir demo`: the database, the demonstration dossiers and the site, from one command until Ctrl-C."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection
from importlib import import_module

from convenir.cli import clock
from convenir.config import embedded, env
from convenir.config.env import Env
from convenir.config.launch import launched

HELP = "lance la démonstration sur cette machine, jusqu’à Ctrl-C"
THREADS = 8
SECONDS_TO_ANSWER = 120
SECONDS_TO_LEAVE = 10


class PortTaken(Exception):
    """Another program already listens there."""


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="le port du site (par défaut : CONVENIR_PORT, ou 8000)")
    parser.add_argument("--reset", action="store_true", help="efface d’abord tous les dossiers de cette démonstration")
    parser.add_argument("--load-only", action="store_true", help="prépare la base et les dossiers, sans servir le site")


def run(args: argparse.Namespace) -> int:
    for leaving in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(leaving, signal.default_int_handler)
    try:
        os.environ["CONVENIR_DEMO"] = "1"
        given = env.read(os.environ)
        _demonstrate(replace(given, port=args.port or given.port), args)
    except KeyboardInterrupt:
        _say("Démonstration arrêtée. Les dossiers sont gardés : « make demo » les reprend.")
    except PortTaken as taken:
        return _fail(f"Le port {taken} est déjà pris : lancez « make demo PORT={int(str(taken)) + 1} ».")
    except (env.BadSetting, embedded.DatabaseProblem) as problem:
        return _fail(str(problem))
    return 0


def _demonstrate(given: Env, args: argparse.Namespace) -> None:
    if not args.load_only:
        _require_free(given)
    if args.reset:
        _forget(given)
    with launched(given, _say):
        _load()
        if not args.load_only:
            _serve(given)


def _load() -> None:
    """By name, because tables can only be imported once Django is ready."""
    load_all: Callable[..., None] = import_module("convenir.demo.load").load_all
    load_all(clock.today(), _say)


def _serve(given: Env) -> None:
    """Serves the site until a signal; the server is always gone when this returns."""
    command = [sys.executable, "-m", "gunicorn", "convenir.config.wsgi:application", "--worker-class", "gthread"]
    command += ["--threads", str(THREADS), "--bind", f"{given.bind}:{given.port}"]
    command += ["--log-level", "warning", "--no-control-socket"]
    # In its own session, so that Ctrl-C reaches this process alone, which then stops server and database in order.
    server = subprocess.Popen(command, start_new_session=True)
    try:
        _wait_until_it_answers(given, server)
        if server.poll() is None:
            _say(f"Le site est prêt : http://{given.bind}:{given.port}/  (Ctrl-C pour arrêter)")
        server.wait()
        raise embedded.DatabaseProblem("Le serveur du site s’est arrêté : ses derniers messages sont ci-dessus.")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        server.terminate()
        try:
            server.wait(SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_until_it_answers(given: Env, server: "subprocess.Popen[bytes]") -> None:
    """Asks for a page, not only for the port: the port opens before the site is loaded."""
    limit = time.monotonic() + SECONDS_TO_ANSWER
    while (left := limit - time.monotonic()) > 0 and server.poll() is None:
        asked = HTTPConnection(given.bind, given.port, timeout=left)
        try:
            asked.request("GET", "/entrer")
            asked.getresponse()
        except OSError:
            time.sleep(0.1)
        else:
            return
        finally:
            asked.close()


def _require_free(given: Env) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((given.bind, given.port))
        except OSError:
            raise PortTaken(given.port) from None


def _forget(given: Env) -> None:
    if given.database_url:
        raise embedded.DatabaseProblem(
            "La démonstration n’efface pas une base partagée : videz-la vous-même, ou retirez DATABASE_URL."
        )
    _say("Dossiers de la démonstration : effacés.")
    embedded.forget(embedded.cluster(given.data))


def _say(line: str) -> None:
    print(line, flush=True)


def _fail(line: str) -> int:
    print(line, file=sys.stderr)
    return 1
