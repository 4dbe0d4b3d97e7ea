"""The one place that knows all stages: `read -> clean -> extract -> correct` for each seed, then `link`, `write`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from dossier import names_file, read
from dossier.issues import DossierError, Problem
from dossier.link import Gleaned, Past
from dossier.link import linked as linked_again
from dossier.link.authority import apply, unmatched
from dossier.model import Authority, Collection, Source
from dossier.processes import ALONE, Processes
from dossier.run.cache import cache_of
from dossier.run.face import Face
from dossier.run.named import glean_all, named


@dataclass(frozen=True, slots=True)
class Job:
    """One seed to process: its file and its sidecar's."""

    path: Path
    sidecar: Path | None = None
    held: read.Capture | None = None
    """What stands in them, where that has been read already."""
    linked: bool = True
    """Whether the sources are to be linked; else only their faces are asked for."""
    authority: Authority | None = None
    """The editor's file of names, if there is one."""


@dataclass(frozen=True, slots=True)
class Processed:
    """What the map makes of one seed: a source, or the error that stopped it."""

    path: Path
    source: Source | None = None
    error: Problem | None = None
    warnings: tuple[Problem, ...] = ()
    more: tuple[Problem, ...] = ()
    """What else is wrong."""
    keeps: bool = True
    """Whether the last good pages of a seed that failed may stay."""
    face: Face | None = None
    """The source without its text."""
    met: tuple[str, ...] | None = None
    """The forms of the editor's file of names that it has, where only that is asked."""
    gleaned: Gleaned | None = None
    """What linking needs of the source; None where nothing is to be linked."""
    named_by: str = ""
    """The editor's file of names by which that was gleaned, as `said_by` tells it."""
    key: str = field(default="", compare=False)
    """What tells the result from that of any other seed, sidecar, name and code; "" where that is not known."""


T = TypeVar("T")


class Executor(Protocol):
    """What runs the map over jobs: an executor of `concurrent.futures`, a cluster's, or anything that maps in order.

    The standard library's own class would bring logging and threads to each start.
    """

    def map(self, fn: Callable[..., T], *iterables: Iterable[Any]) -> Iterator[T]:
        """What a function makes of each value, in order."""


Track = Callable[[Iterable[Processed], int], Iterable[Processed]]


@dataclass(slots=True)
class Gleanings:
    """What linking needs of each source, named as the editor wants it: held until linking takes it."""

    held: tuple[Gleaned, ...] | None = None

    def take(self) -> tuple[Gleaned, ...] | None:
        """All of it, which is the caller's to let go of; None the next time."""
        taken, self.held = self.held, None
        return taken


@dataclass(frozen=True, slots=True)
class Gathered:
    """All seeds of a folder: the sources that could be made, where their files are, and every problem."""

    sources: tuple[Source, ...]
    """In the order of their slugs; each may be loaded only when it is asked for what it holds."""
    faces: tuple[Face, ...] = ()
    """The same without their texts."""
    gleaned: Gleanings = field(default_factory=Gleanings)
    """What linking needs of each, where they are to be linked and have not been yet."""
    paths: dict[str, Path] = field(default_factory=dict)
    """The file behind each source, by slug."""
    failed: frozenset[str] = frozenset()
    """Published names (`seeds/NAME`) of the seeds that could not be processed."""
    errors: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    authority: Authority | None = None
    """What the editor says of names, from `seeds/names.yml`."""
    keys: dict[str, str] = field(default_factory=dict, compare=False)
    """By slug, what tells each source from any other; "" where that is not known."""


def process(job: Job) -> Processed:
    """`read -> clean -> extract -> correct` for one seed: a pure, picklable map that any executor can run."""
    # Three stages full of tables and patterns, which take longer to load than all that earlier builds have found.
    from dossier.run.one import made  # noqa: PLC0415

    return made(job)


def failure(path: Path, held: read.Capture | None, *problems: Problem) -> Processed:
    """A seed that could not be made. Its last good page stays, unless it may not be published whole."""
    keeps = held is None or not read.restricted(held)
    return Processed(path, error=problems[0], more=problems[1:], keeps=keeps)


def untracked(done: Iterable[Processed], number: int) -> Iterable[Processed]:  # noqa: ARG001 - the shape of a Track
    """Watch nothing."""
    return done


def gather(
    folder: Path, executor: Executor | None = None, track: Track = untracked, *, linked: bool = True
) -> Gathered:
    """Process every seed of a folder, in name order whatever the executor; problems are collected, never raised.

    `track` sees each seed as it is done, and how many there are. Where they are not to be `linked`, most of what that
    takes is left out.
    """
    found = read.find(folder)
    authority, faults = editors_names(folder)
    jobs = [Job(path, found.sidecars.get(path), linked=linked, authority=authority) for path in found.seeds]
    done = list(track(executor.map(process, jobs) if executor else map(process, jobs), len(jobs)))
    kept, clashes = apart(done)
    faces = tuple(each.face for each in kept if each.face)
    sources = tuple(each.source for each in kept if each.source)
    cache = cache_of(executor)
    gleaned = glean_all(kept, authority, cache) if linked else ()
    if cache:
        cache.sweep()
    errors = [error.problem for error in found.errors]
    errors += [problem for item in done if item.error for problem in (item.error, *item.more)]
    errors += [*clashes, *taken_twice(faces), *faults]
    met = [each.met for each in gleaned] if linked else [had(each, authority) for each in kept]
    errors += [error.problem for error in unmatched(met, authority)] if authority else []
    return Gathered(
        sources,
        faces,
        Gleanings(gleaned if linked else None),
        {face.slug: each.path for face, each in zip(faces, kept, strict=True)},
        frozenset(lost(done, kept)),
        tuple(errors),
        tuple(warning for item in done for warning in item.warnings),
        authority,
        {face.slug: each.key for face, each in zip(faces, kept, strict=True)},
    )


def had(made: Processed, authority: Authority | None) -> tuple[str, ...]:
    """The forms of the editor's file that a source has."""
    if made.met is None and made.source and authority:
        return apply(made.source.load(), authority)[1]
    return made.met or ()


def apart(done: Iterable[Processed]) -> tuple[list[Processed], list[Problem]]:
    """The sources that were made, by their slugs, and an error for each whose page an earlier one has."""
    taken: dict[str, Processed] = {}
    clashes = [
        collision(item.path, taken[item.face.slug].path, item.face.slug)
        for item in done
        if item.face and taken.setdefault(item.face.slug, item) is not item
    ]
    return [taken[slug] for slug in sorted(taken)], clashes


def lost(done: Iterable[Processed], kept: Iterable[Processed]) -> Iterator[str]:
    """Published names of the seeds that are no source, and whose last good pages may stay."""
    paths = {item.path for item in kept}
    return (read.published_name(item.path) for item in done if item.keeps and item.path not in paths)


def editors_names(folder: Path) -> tuple[Authority | None, list[Problem]]:
    """The editor's file of names if there is one, and what is wrong with it; a faulty file is not used."""
    path = folder / names_file.FILE
    if not path.exists():
        return None, []
    try:
        return names_file.parse_names(read.contents(path)), []
    except DossierError as error:
        return None, [error.problem]


def collision(path: Path, first: Path, slug: str) -> Problem:
    """Two seeds that ask for one page."""
    name, other = read.published_name(path), read.published_name(first)
    mend = f"give one of them a `slug:` of its own in a sidecar, such as seeds/{path.stem}.yml"
    return Problem(f"the page {slug!r} is taken by {other}", name, mend=mend, code="slug-taken")


def taken_twice(faces: Sequence[Face]) -> Iterator[Problem]:
    """Old addresses that another source has now, or claims too."""
    owners = {face.slug: face.file for face in faces}
    for face in faces:
        for old in face.former:
            if old in owners:
                message, mend = f"the address {old!r} is taken by {owners[old]}", "remove it from `redirect_from:`"
                yield Problem(message, *face.place, mend, "slug-taken")
            owners.setdefault(old, face.file)


def collect(gathered: Gathered) -> Collection:
    """Link the sources."""
    return collected(gathered)[0]


def collected(gathered: Gathered, past: Past | None = None, processes: Processes = ALONE) -> tuple[Collection, Past]:
    """The same with what a former linking left, and what this one leaves. Takes what was gleaned."""
    gleaned = gathered.gleaned.take()
    sources = gathered.sources if gleaned is None else wanted(gathered)
    return linked_again(sources, gathered.authority, gleaned=gleaned, past=past, processes=processes)


def wanted(gathered: Gathered) -> tuple[Source, ...]:
    """The sources as the editor's file of names wants them."""
    authority = gathered.authority
    return tuple(named(source, authority) for source in gathered.sources) if authority else gathered.sources
