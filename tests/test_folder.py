"""What may stand in seeds/ besides good files: each ends with a pointing error, and the other seeds are built."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import build_pages
from dossier import folder, read
from dossier.issues import DossierError
from dossier.pipeline import gather

WORDS = "the minister met the delegation on Monday.\n"
HIDDEN = "A Secret Title\n\nThe password is swordfish, he said on Monday.\n"


def put(name: str, text: str = WORDS) -> Callable[[Path], object]:
    return lambda seeds: (seeds / name).write_text(text, encoding="utf-8")


def link(name: str, to: str) -> Callable[[Path], object]:
    return lambda seeds: (seeds / name).symlink_to(to)


def several(*steps: Callable[[Path], object]) -> Callable[[Path], object]:
    return lambda seeds: [step(seeds) for step in steps]


OUT = "this link leads out of seeds/"
WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link out of the folder": (link("a.txt", "../secret.txt"), f"seeds/a.txt: error: {OUT}"),
    "a link to the system's files": (link("a.txt", "/etc/passwd"), f"seeds/a.txt: error: {OUT}"),
    "a link through a folder": (
        several(link("up", ".."), link("a.txt", "up/secret.txt")),
        f"seeds/a.txt: error: {OUT}",
    ),
    "a link to nothing": (link("a.txt", "nothing.txt"), "seeds/a.txt: error: cannot be read: No such file"),
    "a link to itself": (link("a.txt", "a.txt"), "seeds/a.txt: error: cannot be read: Too many levels"),
    "a sidecar elsewhere": (link("good.yml", "../secret.txt"), f"seeds/good.yml: error: {OUT}"),
    "names elsewhere": (link("names.yml", "/etc/passwd"), f"seeds/names.yml: error: {OUT}"),
    "a folder named as a seed": (lambda s: (s / "x.txt").mkdir(), "seeds/x.txt: error: a folder is no seed"),
    "a folder named as a sidecar": (lambda s: (s / "good.yml").mkdir(), "seeds/good.yml: error: a folder is no"),
    "a folder named as the names": (lambda s: (s / "names.yml").mkdir(), "seeds/names.yml: error: a folder is no"),
    "a folder of seeds": (lambda s: (s / "more").mkdir(), "seeds/more: error: a folder is no seed"),
    "a pipe": (lambda s: os.mkfifo(s / "p.txt"), "seeds/p.txt: error: this is a pipe or a device"),
    "a pipe for a sidecar": (lambda s: os.mkfifo(s / "good.yml"), "seeds/good.yml: error: this is a pipe or a device"),
    "a device": (link("d.txt", "/dev/zero"), "seeds/d.txt: error: this link leads out of seeds/"),
    "one sidecar for two seeds": (
        several(put("a.txt"), put("a.md"), put("a.yml", "publish: private\n")),
        "seeds/a.yml: error: this sidecar stands beside two seeds: a.md and a.txt",
    ),
    "two sidecars for one seed": (
        several(put("good.yaml", "title: A\n"), put("good.yml", "title: B\n")),
        "seeds/good.yml: error: good.txt has a sidecar already: good.yaml",
    ),
    "the sidecar of a whole name": (put("good.txt.yml"), "seeds/good.txt.yml: error: this sidecar has no seed"),
    "names that differ by case": (
        several(put("A.txt"), put("a.txt")),
        "seeds/a.txt: error: the page 'a' is taken by seeds/A.txt",
    ),
    "names that differ by normal form": (
        several(put("caf\u00e9.txt"), put("cafe\u0301.txt")),
        "seeds/caf\u00e9.txt: error: the page 'cafe' is taken by seeds/cafe\u0301.txt",
    ),
    "a name that is no UTF-8": (
        lambda s: Path(os.fsdecode(os.fsencode(s) + b"/a\xff.txt")).write_text(WORDS, encoding="utf-8"),
        "seeds/a\ufffd.txt: error: the name of this file is not UTF-8",
    ),
    "a slug that leads up": (put("good.yml", "slug: ../../x"), "seeds/good.yml:1:7: error: 'slug' must be"),
    "a slug from the root": (put("good.yml", "slug: /etc/x"), "seeds/good.yml:1:7: error: 'slug' must be"),
    "a slug of the site's own": (put("good.yml", "slug: index"), "seeds/good.yml:1:7: error: 'slug' must be"),
    "a slug of a device": (put("good.yml", "slug: con"), "seeds/good.yml:1:7: error: 'slug' must be"),
    "a very long slug": (put("good.yml", f"slug: {'a' * 300}"), "seeds/good.yml:1:7: error: 'slug' must be"),
    "an old address that leads up": (put("good.yml", "redirect_from: [../x]"), "seeds/good.yml:1:17: error:"),
}
FINE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link within the folder": (several(put("b.txt", HIDDEN), link("a.txt", "b.txt")), "a-secret-title"),
    "a very long name": (put("a" * 251 + ".txt"), "a" * 60),
    "a very long name of wide letters": (put("\u00e9" * 125 + ".txt"), "e" * 60),
    "a name of the list's": (put("index.txt"), "index-text"),
    "a name of a device": (put("CON.txt"), "con-text"),
    "another name of a device": (put("lpt1.txt"), "lpt1-text"),
    "a name of a sidecar": (put("good.yml.txt"), "good-yml"),
    "a name without a letter": (put("\U0001f600.txt"), "seed"),
    "a name with a line end": (put("a\nb.txt"), "a-b"),
    "a name that is turned round": (put("a\u202etxt.exe.txt"), "atxt-exe"),
    "a name of markup": (put("<img src=x onerror=trap()>.txt"), "img-src-x-onerror-trap"),
    "the names' own name": (several(put("names.txt"), put("names.yml", "not: [Total]\n")), "names"),
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    made = tmp_path / "seeds"
    made.mkdir()
    put("../secret.txt", HIDDEN)(made)
    put("good.txt", f"A Plain Title\n\n{WORDS.capitalize()}")(made)
    return made


@pytest.mark.parametrize("what", WRONG)
def test_what_does_not_belong_is_told_and_read_by_nobody(
    seeds: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare, message = WRONG[what]
    prepare(seeds)
    assert build_pages.main(["--seeds", str(seeds), "--docs", str(seeds.parent / "docs"), "--check", "--quiet"]) == 1
    told = capsys.readouterr().err
    assert message in told
    assert "    mend: " in told
    assert "Traceback" not in told
    assert "swordfish" not in told
    assert "root:" not in told


@pytest.mark.parametrize("what", FINE)
def test_an_odd_name_makes_a_page(seeds: Path, what: str) -> None:
    prepare, slug = FINE[what]
    prepare(seeds)
    assert slug in {source.slug for source in gather(seeds).sources}


def test_hidden_files_are_passed_over(seeds: Path) -> None:
    for name in (".x.txt", ".x.yml", ".DS_Store"):
        put(name, HIDDEN)(seeds)
    gathered = gather(seeds)
    assert [source.slug for source in gathered.sources] == ["a-plain-title"]
    assert gathered.errors == ()


def test_a_file_without_the_right_to_read_is_told(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(DossierError, match=r"seeds/good\.txt: cannot be read: Permission denied"):
        read.read(seeds / "good.txt")


def test_a_file_without_end_is_not_opened(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "LARGEST", 10)
    with pytest.raises(DossierError, match=r"this file is too large to be a text \(0 MB\)"):
        read.read(seeds / "good.txt")


def test_a_seed_whose_sidecar_may_be_private_is_private(seeds: Path) -> None:
    several(put("a.txt", HIDDEN), put("a.md", "# Another\n\nWords.\n"), put("a.yml", "publish: private\n"))(seeds)
    sources = {source.slug: source.document.meta.publish for source in gather(seeds).sources}
    assert [fact.value for slug, fact in sources.items() if fact and slug != "a-plain-title"] == ["private"] * 2
