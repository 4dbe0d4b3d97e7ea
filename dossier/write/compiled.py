"""Templates as Python runs them, kept from one start to the next: compiling them takes a tenth of a small build."""

from __future__ import annotations

from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from dossier.kept import keep, recalled, stamped


class Compiled(BytecodeCache):
    """Templates of a folder, compiled.

    `settings` is the code that makes their environment. A compiled template is taken only where its source, that code,
    Jinja and Python are those that it was made of. Of filters it holds the names alone: none is used on a constant.
    """

    def __init__(self, folder: Path, settings: bytes) -> None:
        self.folder = folder
        self.made_by = (jinja2.__version__.encode(), settings)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - the shape of its class
        """The file of a template."""
        return str(self.folder / name)

    def get_source_checksum(self, source: str) -> str:
        """What tells a compiled template from others of its name."""
        return stamped((*self.made_by, source.encode())).hex()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the compiled template, where there is one."""
        bucket.code = recalled(Path(bucket.key), bytes.fromhex(bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        keep(Path(bucket.key), bytes.fromhex(bucket.checksum), bucket.code)
