"""What a trial is worth: shares of mutants killed, by module and by kind of fault, and the survivors to read."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.mutation.trial import Trial, Verdict

# The survivors that change no answer, each with the reason: `name of the mutant`: reason.
EXPLAINED = Path(__file__).with_name("survivors.md")


def report(trial: Trial) -> Iterator[str]:
    """The figures, then every survivor that is not yet explained."""
    verdicts = trial.verdicts
    yield f"{len(verdicts)} mutants tried of {trial.found}; {len(trial.unsound)} tests left out, failed without fault"
    yield from (f"  left out: {name}" for name in trial.unsound)
    yield from _table("module", verdicts, lambda one: one.mutant.module.__name__.removeprefix("convenir.core."))
    yield from _table("kind of fault", verdicts, lambda one: one.mutant.kind)
    known = EXPLAINED.read_text(encoding="utf-8") if EXPLAINED.exists() else ""
    lived = [one for one in verdicts if not one.killer]
    fresh = [one for one in lived if f"`{one.mutant.name}`" not in known]
    yield f"{len(lived)} survivors, {len(lived) - len(fresh)} explained in {EXPLAINED.name}; the others:"
    for one in sorted(fresh, key=lambda one: (one.mutant.module.__name__, one.mutant.line)):
        reached = f"reached by {one.tests} tests" if one.tests else "reached by no test"
        yield f"{one.mutant.module.__name__}:{one.mutant.line} ({one.mutant.kind}, {reached})\n  {one.mutant.name}"


def _table(title: str, verdicts: Sequence[Verdict], of: Callable[[Verdict], str]) -> Iterator[str]:
    yield f"\n{title:40} mutants  killed  share"
    groups: dict[str, list[Verdict]] = {"all": list(verdicts)} if verdicts else {}
    for one in verdicts:
        groups.setdefault(of(one), []).append(one)
    for name, group in sorted(groups.items()):
        killed = sum(bool(one.killer) for one in group)
        yield f"{name:40} {len(group):7}  {killed:6}  {killed / len(group):6.1%}"
    yield ""
