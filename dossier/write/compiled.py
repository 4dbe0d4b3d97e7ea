"""Templates as Python runs them, kept where Python keeps its modules: compiling them takes a tenth of a small build."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

SIZE = 16
"""Bytes of a digest."""
SUFFIX = ".jinja"


class Compiled(BytecodeCache):
    """Templates of a folder, compiled, each in a file of its `__pycache__`.

    `settings` is the code that makes their environment. A compiled template is taken only where its source, that code,
    Jinja and Python are those that it was made of. Of filters it holds the names alone: none is used on a constant.
    """

    def __init__(self, folder: Path, settings: bytes) -> None:
        self.folder = folder
        self.made_by = jinja2.__version__.encode() + settings

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - the shape of its class
        """The file of a template, which carries the version of Python in its name."""
        return str(Path(cache_from_source(str(self.folder / name))).with_suffix(SUFFIX))

    def get_source_checksum(self, source: str) -> str:
        """What tells a compiled template from others of its name."""
        return blake2b(self.made_by + source.encode(), digest_size=SIZE).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the compiled template where there is one; whatever is wrong with it, the template itself is there."""
        with suppress(Exception):
            bucket.bytecode_from_string(Path(bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, whole or not at all. A disk that refuses costs only time."""
        if sys.dont_write_bytecode:
            return
        path = Path(bucket.key)
        draft = path.with_suffix(f"{SUFFIX}.new{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(bucket.bytecode_to_string())
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
