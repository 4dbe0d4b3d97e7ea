"""Which files under docs/ are Dossier's: a manifest lists them, and nothing else there is ever touched.

A file is Dossier's while its bytes are those the manifest names. One that somebody changed since, or that Dossier never
wrote, is hand-written: it is not overwritten and not deleted.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from dossier.issues import DossierError
from dossier.write.drafts import drafting, prune, replace, settle, sweep, unwritable
from dossier.write.files import PIECE, Drafted, File, Files, Publishable, Standing, Stream, departing

__all__ = ["Entry", "File", "Publishable", "Report", "Standing", "Stream", "publish", "refresh", "replace", "stands"]

MANIFEST = ".dossier-manifest"
Written = Callable[[Path, Iterable[bytes]], Path]
"""Writes the bytes of a file beside its place."""
said = json.JSONEncoder(ensure_ascii=False).encode
PLAIN = re.compile(r"[\w-]+(?:[/.][\w-]+)*", re.ASCII)
"""A path that every system takes for one below the folder that it is asked in."""


class Entry(NamedTuple):
    """What the manifest says about one path: the hashes its bytes may have, and the seed it is about."""

    hashes: tuple[str, ...]
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did to docs/; paths relative to it, sorted."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Pages of seeds that failed this time, left as the last good build made them."""


def publish(docs: Path, files: Files, failed: frozenset[str] = frozenset()) -> Report:
    """Bring docs/ to the given files: write what changed, remove what Dossier wrote once and makes no more.

    The files are taken one by one; each that changed waits beside its place until all are there. Files about a seed in
    `failed` stay. Raises DossierError, before anything is changed, where a file to write would overwrite a hand-written
    one, and where the disk refuses.
    """
    try:
        with drafting(docs) as written:
            return bring(docs, files, failed, written)
    except OSError as error:
        raise unwritable(Path(error.filename or docs), error) from error


def bring(docs: Path, files: Files, failed: frozenset[str], written: Written) -> Report:
    """What `publish` does, as long as the disk takes it. Drafts are `written` as told."""
    known = load(docs)
    final, drafts = drafted(docs, files, known, written)
    stale = [path for path in known if path not in final]
    kept = tuple(sorted(path for path in stale if known[path].seed in failed))
    gone = [path for path in sorted(stale) if path not in kept and untouched(docs / path, known[path])]
    unchanged = tuple(sorted(final.keys() - drafts.keys()))
    final |= {path: known[path] for path in kept}
    if drafts or gone:
        # A build cut off between two files must find both its old and its new bytes to be its own.
        save(docs, {path: either(known.get(path), final.get(path)) for path in {*known, *final}})
    for path in sorted(drafts):
        settle(Path(drafts[path]), docs / path)
    for path in gone:
        (docs / path).unlink()
    for path in set(stale) - set(kept):
        prune(docs, (docs / path).parent)
    save(docs, final)
    return Report(tuple(sorted(drafts)), unchanged, tuple(gone), kept)


def drafted(
    docs: Path, files: Files, known: Mapping[str, Entry], written: Written
) -> tuple[dict[str, Entry], dict[str, str]]:
    """What the manifest is to say of the files, and a draft of each that must be written; none is left on an error.

    Of two files with one path, the later one counts.
    """
    final: dict[str, Entry] = {}
    # As text: of ten thousand sources there are a hundred and fifty thousand.
    drafts: dict[str, str] = {}
    try:
        for path, file in sorted(files.items()) if isinstance(files, Mapping) else files:
            waiting = drafts.pop(path, None)
            if waiting and not (isinstance(file, Drafted) and str(file.waiting) == waiting):
                Path(waiting).unlink()
            if made := made_draft(docs / path, file, known.get(path), written):
                drafts[path] = str(made)
            final[path] = Entry((file.sha256,), file.seed)
    except BaseException:
        for path, waiting in drafts.items():
            Path(waiting).unlink(missing_ok=True)
            prune(docs, (docs / path).parent)
        # Of what other processes wrote, only some is known here; they end with who asked for their files.
        if isinstance(files, Generator):
            files.close()
        sweep(docs)
        raise
    return final, drafts


def made_draft(target: Path, file: Publishable, known: Entry | None, written: Written) -> Path | None:
    """The draft of a file that must be written; None for one that stands there.

    Raises DossierError if what stands there is not Dossier's.
    """
    # Most files stand there as they are to be: that is looked at first, in the fewest calls.
    if isinstance(file, Standing) or (isinstance(file, File) and stands(target, file.sha256)):
        return None
    there = in_place(target, file)
    if isinstance(file, File):
        return written(target, [file.data]) if not there or differs(target, file, known) else None
    if isinstance(file, Drafted):
        return needed(file.waiting, target, file, known, there=there)
    changed = departing(target, file) if there else file
    if changed is None:
        return None
    return needed(written(target, changed), target, file, known, there=there)


def needed(waiting: Path, target: Path, file: Stream | Drafted, known: Entry | None, *, there: bool) -> Path | None:
    """A draft, where what it is a draft of must be written; else it is removed, as is that of a file that clashes."""
    used = False
    try:
        used = not there or differs(target, file, known)
    finally:
        if not used:
            waiting.unlink()
    return waiting if used else None


def either(old: Entry | None, new: Entry | None) -> Entry:
    """An entry that owns both the last build's bytes and this one's."""
    present = [entry for entry in (new, old) if entry]
    hashes = dict.fromkeys(h for entry in present for h in entry.hashes)
    return Entry(tuple(hashes), present[0].seed)


def in_place(target: Path, file: File | Stream | Drafted) -> bool:
    """Whether a file stands where one is to go. Raises DossierError where a folder stands, or a file for a folder."""
    for parent in () if target.parent.is_dir() else target.parents:
        if parent.is_file():
            raise clash(parent, file, "is a file where Dossier needs a folder")
    if target.is_dir():
        raise clash(target, file, "is a folder where Dossier writes a page")
    return target.exists()


def differs(target: Path, file: File | Stream | Drafted, known: Entry | None) -> bool:
    """Whether a file that stands there must be written anew. Raises DossierError if it is not Dossier's."""
    found = hash_of(target)
    if found == file.sha256:
        return False
    if known is None:
        raise clash(target, file, "is hand-written, and Dossier would write a page of that name")
    if found not in known.hashes:
        raise clash(target, file, "was changed by hand since Dossier wrote it")
    return True


def clash(target: Path, file: File | Stream | Drafted, what: str) -> DossierError:
    """A hand-written file stands where a generated one should go."""
    source = f" for {file.seed}" if file.seed else ""
    mend = "move or rename your file" + (f", or give {file.seed} another `slug:` in its sidecar" if file.seed else "")
    return DossierError(f"this file {what}{source}; it was left alone", file=str(target), mend=mend)


def untouched(target: Path, known: Entry) -> bool:
    """Whether the file is there and still as Dossier wrote it."""
    return target.is_file() and hash_of(target) in known.hashes


def stands(target: str | Path, sha256: str) -> bool:
    """Whether a file is there with bytes of that hash."""
    with suppress(OSError):
        return hash_of(target) == sha256
    return False


def hash_of(path: str | Path) -> str:
    """SHA-256 of a file's bytes, however many they are. Raises OSError for what is no file."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        piece = min(os.fstat(file).st_size + 1, PIECE)
        made = sha256()
        while held := os.read(file, piece):
            made.update(held)
    finally:
        os.close(file)
    return made.hexdigest()


def refresh(target: Path, data: bytes) -> None:
    """Write a file that is Dossier's alone, if it changed."""
    if not target.is_file() or target.read_bytes() != data:
        replace(target, data)


def load(docs: Path) -> dict[str, Entry]:
    """The manifest of the last build; {} before the first. Raises DossierError if it was damaged."""
    path = docs / MANIFEST
    if not path.is_file():
        return {}
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {name: Entry(tuple(entry["sha256"]), entry["seed"]) for name, entry in listed.items() if inside(name)}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        mend = f"remove it and the generated pages ({docs}/sources, {docs}/data, ...), then build again"
        raise DossierError("the list of generated files is damaged", file=str(path), mend=mend) from error


def inside(name: str) -> bool:
    """Whether a manifest's path stays under docs/."""
    if PLAIN.fullmatch(name):
        return True
    parts = Path(name).parts
    return bool(parts) and not Path(name).is_absolute() and ".." not in parts


def save(docs: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest, if it changed."""
    # Piece by piece, since the encoder takes four times as long for what holds others.
    files = (
        f'{said(name)}: {{"seed": {said(entry.seed)}, "sha256": [{", ".join(map(said, entry.hashes))}]}}'
        for name, entry in sorted(entries.items())
    )
    refresh(docs / MANIFEST, ('{"files": {\n' + ",\n".join(files) + "\n}}\n").encode())
