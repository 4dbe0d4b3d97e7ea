"""Every reading in its scene, in text order: what was told before it, who speaks, and what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.extract.dates.manner import news
from dossier.extract.dates.points import Point, Stretch
from dossier.extract.dates.resolve import resolve
from dossier.extract.dates.said import Said
from dossier.extract.dates.scene import Answer, Scene, Told
from dossier.extract.dates.speech import Speech
from dossier.extract.dates.steps import counted_value
from dossier.extract.dates.tense import tense
from dossier.extract.dates.tokens import Tokens

HEAD = 4
"""Words that may stand before a date that still heads its sentence."""
ENDED = re.compile(r"[.;:!?][\"'\u201d\u2019)]*\s|\n")
"""An end of a clause or a sentence between an event and a date."""
BESIDE = 80
LOOK_BACK = 200
"""Dates looked through for the one that tells an event by name."""
NAME = re.compile(r"\b[A-Z][^\W\d_]{3,}")
SUPPORT = 3
"""Years within which another date must stand for the latest one to be believed."""
AHEAD = 120
"""Characters within which an event's own date may follow: "a year after he welcomed him on August 19, 2019"."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The answers, one a reading, the tense around each, and what an undated document seems to be written after."""

    answers: list[Answer]
    tenses: list[str]
    assumed: Told | None


def resolved(tokens: Tokens, said: list[Said], now: Point | None) -> Resolved:
    """All readings; an undated document is read twice, the second time with the latest date it tells as its stand."""
    first = passage(tokens, said, now, None)
    if now is not None:
        return first
    assumed = latest(tokens, said, first)
    if assumed is None or not news(said, assumed.value.last()):
        return first
    return replace(passage(tokens, said, None, assumed), assumed=assumed)


def latest(tokens: Tokens, said: list[Said], first: Resolved) -> Told | None:
    """The latest date that an undated document tells and does not expect; a lone outlier ("by 2100") is none."""
    found: list[Told] = []
    for at, (one, answer, around) in enumerate(zip(said, first.answers, first.tenses, strict=True)):
        value = answer.value
        by = one.first and tokens.word(one.first - 1).lower() == "by"
        if value is not None and value.last().reach == 1 and not value.before and not by and around != "future":
            found.append(Told(Stretch(value.last()), at))
    found.sort(key=lambda told: told.value.start.first_day(), reverse=True)
    near = (a for a, b in pairwise(found) if a.value.start.year - b.value.start.year <= SUPPORT)
    return next(near, found[-1] if found else None)


def passage(tokens: Tokens, said: list[Said], now: Point | None, assumed: Told | None) -> Resolved:
    """One reading from first to last."""
    scene = Scene(now, news(said, now), assumed=assumed, strict=assumed is not None)
    speech = Speech(tokens.text)
    answers: list[Answer] = []
    tenses: list[str] = []
    for at, one in enumerate(said):
        scene.here = tokens.starts[one.first]
        scene.places.append(scene.here)
        asked = one.year is None or one.rule == "year" or now is None
        scene.tense = tense(tokens.text, scene.here, tokens.end(one.last - 1)) if asked else ""
        scene.spoken = speech.told(scene.here) if one.step else None
        answer = following(tokens, said, at, scene) or named_event(tokens, said, answers, at) or resolve(one, scene)
        if one.lent and answer.value is not None:
            answer = replace(answer, basis="year_from_context", base=Point(one.year or 0), told=at + 1)
        answers.append(answer)
        tenses.append(scene.tense)
        if answer.value is not None:
            scene.tell(
                answer.value,
                at,
                aside=not leads(tokens, one),
                named=(one.since and not one.month) or bracketed(tokens, one),
            )
            if answer.value.start.grain == "day" and answer.value.end is None:
                speech.tell(scene.here, Told(answer.value, at))
    return Resolved(answers, tenses, None)


def following(tokens: Tokens, said: list[Said], at: int, scene: Scene) -> Answer | None:
    """The event's date follows in the same sentence: "a year after ... on August 19, 2019"."""
    one = said[at]
    if one.step is None or not one.step.event or one.vague or at + 1 >= len(said):
        return None
    two = said[at + 1]
    gap = tokens.text[tokens.end(one.last - 1) : tokens.starts[two.first]]
    if two.step or two.to or len(gap) > AHEAD or ENDED.search(gap):
        return None
    event = resolve(two, scene).value
    if event is None or event.end or event.start.reach > 1:
        return None
    value = counted_value(one.step, event.start, about=one.about or len(gap.split()) > 1)
    return Answer(value, "relative_to_event", event.start, at + 1) if value else None


def named_event(tokens: Tokens, said: list[Said], answers: list[Answer], at: int) -> Answer | None:
    """The date told earlier beside the event's name, the finest one, then the first: "a year after Marathon"."""
    one = said[at]
    if one.step is None or not one.step.event or one.vague:
        return None
    end = tokens.end(one.last - 1)
    name = NAME.search(re.split(r"[,.;:!?\n]", tokens.text[end : end + 50])[0])
    if name is None:
        return None
    best: tuple[int, int] | None = None
    for earlier in range(max(0, at - LOOK_BACK), at):
        value = answers[earlier].value
        if value is None or value.start.reach > 1 or answers[earlier].basis == "relative_to_event":
            continue
        start = tokens.starts[said[earlier].first]
        around = tokens.text[max(0, start - BESIDE) : start + BESIDE]
        if name[0] in around:
            fine = ("year", "part", "month", "day").index(value.start.grain)
            best = max(best or (-1, 0), (fine, -earlier))
    if best is None:
        return None
    base = answers[-best[1]].value
    value = counted_value(one.step, base.last(), about=True) if base else None
    return Answer(value, "relative_to_event", base.last(), -best[1]) if base and value else None


def leads(tokens: Tokens, said: Said) -> bool:
    """Whether a date stands at the head of its sentence or line and so sets the scene: "In 1976, ..."."""
    before = tokens.text[max(0, tokens.starts[said.first] - 40) : tokens.starts[said.first]]
    cut = max(before.rfind("\n"), before.rfind(". "), before.rfind('" '))
    return cut >= 0 and before.count(" ", cut + 2) < HEAD


def bracketed(tokens: Tokens, said: Said) -> bool:
    """Whether a date stands in brackets inside a paragraph: "the Scythians (513 BC)"."""
    start = tokens.starts[said.first]
    before = tokens.text[max(0, start - 120) : start]
    before = before[before.rfind("\n") + 1 :]
    return len(before) > 60 and before.rfind("(") > before.rfind(")")  # noqa: PLR2004 - a heading may be one bracket
