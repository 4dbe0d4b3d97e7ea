"""Who says a quotation, read from the sentence round it: a table of rules, the first that answers wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dossier.extract.quotes.phrases import Phrase, clause_subject, phrase_after, phrase_before, subject, subordinate
from dossier.extract.quotes.spans import Stretch
from dossier.extract.quotes.tokens import Line, bare_form
from dossier.lexicon import words


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker as the text names it: the line and phrase that do, the cue's tokens, the rule that read them."""

    line: Line
    phrase: Phrase
    cue: tuple[int, int] | None
    rule: str


@dataclass(slots=True)
class Case:
    """One quotation in its line. `low:high` is its sentence, `at` its token."""

    text: str
    line: Line
    at: int
    low: int
    high: int
    stretch: Stretch
    done: dict[int, Found] = field(default_factory=dict)
    """What the cues of this line have been found to say so far, by the cue's token."""
    below: Line | None = None
    above: Line | None = None
    """The line before."""
    previous: Found | None = None
    """The speaker of the quotation before it in the document, if that had one."""
    previous_line: Line | None = None
    """The line that quotation stands in."""

    @property
    def tags(self) -> str:
        """The letters of the line."""
        return self.line.tags

    def word(self, token: int) -> str:
        """A token in lower case."""
        return self.line.words[token].lower()

    def found(self, phrase: Phrase | None, cue: tuple[int, int] | None, rule: str) -> Found | None:
        """A find, remembered for the next quotation of the sentence."""
        if phrase is None:
            return None
        find = Found(self.line, phrase, cue, rule)
        if cue:
            self.done[cue[0]] = find
        return find


Rule = Callable[[Case], "Found | None"]

DIRECT = re.compile(r"[,)-]?[ax]*v")
ACCORDING = re.compile(r"[,)-]?a?Az")
FORWARD = re.compile(
    r"[,)-]?(?P<lead>[cawy]{0,2})(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,4}"
    r"(?:c[DTNPOLMnsedh&-]{1,8})?(?:(?:W|,|\(|-)[^.:;Q]{1,60}?(?:Q[^.:;Q]{1,20}?)?[,)-]?)?[xaj]*)(?P<cue>v)"
)
FORWARD_ANY = re.compile(FORWARD.pattern.replace("(?P<cue>v)", "(?P<cue>[eb])"))
ANY_INVERTED = re.compile(r"[,)-]?e(?=P)[P]")
CLOSING = re.compile(
    r",[wca]{0,2}(?P<np>(?:R|[DTNPOLMnsedh&-]{1,14})(?:[pz][DTNPOLMnsedh&-]{1,12}){0,3}"
    r"(?:,[^.:;Q,]{1,50},)?[xaj]*)(?P<cue>v)[^:;Qv]{0,30}[.]?$"
)
CLOSING_INVERTED = re.compile(r",[ax]*v(?=[aTDNnse-]*[PONn])")
PLAIN_BETWEEN = re.compile(r"[^vbxRWwchQ;]*")
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "am"})


def inverted(case: Case, at: int = -1) -> Found | None:
    """`"…," said Ada Diaz`: the verb right after the marks, its subject after it."""
    tags = case.tags
    match = DIRECT.match(tags, (case.at if at < 0 else at) + 1, case.high)
    if not match:
        return None
    verb = match.end() - 1
    if bare_form("en").get(case.word(verb)) in {"tell", "call", "read"}:
        return None
    phrase = phrase_after(tags, verb + 1, case.high)
    if phrase is None or tags[phrase.end : phrase.end + 1] in ("v", "x", "b"):
        return None
    return case.found(phrase, (verb, verb + 1), "inverted")


def after(case: Case) -> Found | None:
    """`"…," Ada Diaz said`: the subject right after the marks, then the verb."""
    return follows(case, case.at, FORWARD, "after")


def after_any(case: Case) -> Found | None:
    """`"…," Ada Diaz retaliated`: after words that end open, any verb reports."""
    if not open_ended(case):
        return None
    match = ANY_INVERTED.match(case.tags, case.at + 1, case.high)
    if match:
        return case.found(phrase_after(case.tags, match.end() - 1, case.high), (match.end() - 2, match.end() - 1), "inverted")
    return follows(case, case.at, FORWARD_ANY, "after-any")


def follows(case: Case, at: int, pattern: re.Pattern[str], rule: str) -> Found | None:
    """The subject right after the quotation at `at`, where the letters match."""
    match = pattern.match(case.tags, at + 1, case.high)
    if not match:
        return None
    lead = match.start("lead")
    if "w" in match.group("lead") and case.word(lead + match.group("lead").index("w")) != "as":
        return None
    verb = match.start("cue")
    phrase = subject(case.tags, match.start("np"), verb)
    return case.found(phrase, (verb, verb + 1), rule)


def open_ended(case: Case) -> bool:
    """Whether the words end as those do whose attribution follows: `…,"` `…?"` `…!"` `…-"`."""
    edge = case.text[case.stretch.start : case.stretch.end].rstrip(" '\"\u201d\u2019)]")[-1:]
    return bool(edge) and edge in ",?!-\u2013\u2014\u2026"


def according_after(case: Case) -> Found | None:
    """`"…," according to Ada Diaz`."""
    match = ACCORDING.match(case.tags, case.at + 1, case.high)
    if not match:
        return None
    return case.found(phrase_after(case.tags, match.end(), case.high), (match.end() - 2, match.end()), "according-after")


def adjacent(case: Case) -> Found | None:
    """`Ada Diaz said on Monday that "…"`: the nearest cue before the marks, with no other clause between."""
    tags = case.tags
    at = case.at - 1
    while at >= case.low and tags[at] not in "vgA":
        at -= 1
    if at < case.low or not PLAIN_BETWEEN.fullmatch(tags, at + 1, case.at):
        return None
    weak = bare_form("en").get(case.word(at)) in words("en", "weak_reporting")
    return None if weak and case.at - at > CLOSE else cue(case, at)


CLOSE = 4
"""Tokens from a verb of mind or manner within which words are its own (`calls the idea a "…"`)."""


def cue(case: Case, at: int) -> Found | None:
    """What the cue at `at` says, looked up once."""
    if at in case.done:
        return replace(case.done[at], rule="same-cue")
    if case.tags[at] == "A":
        return case.found(phrase_after(case.tags, at + 2, case.at), (at, at + 2), "according-before")
    if case.word(at + 1) == "by" and case.tags[at - 1 : at] in ("x", "w", "n"):
        return case.found(phrase_after(case.tags, at + 2, case.at), (at, at + 2), "agent")
    return governed(case, at)


def before(case: Case) -> Found | None:
    """`Ada Diaz said the way he treats women is "…"`: the outermost cue of the clauses before the marks."""
    tags = case.tags
    low = max(case.low, clause_start(tags, case.low, case.at))
    best: Found | None = None
    weak: Found | None = None
    for at in range(case.at - 1, low - 1, -1):
        if tags[at] not in "vgA":
            continue
        if tags[at - 1 : at] == "W" or bare_form("en").get(case.word(at)) in words("en", "weak_reporting"):
            weak = weak or cue(case, at)
            continue
        found = cue(case, at)
        if found and found.line is case.line and dependent(case, found.phrase):
            weak = weak or found
            continue
        best = found or best
    return best or weak


def dependent(case: Case, phrase: Phrase) -> bool:
    """Whether a cue's subject follows `when`, `after`, or the preposition that opens the sentence."""
    tags, at = case.tags, phrase.start
    while at > case.low and tags[at - 1] in "TDnNe":
        at -= 1
    return at > case.low and (tags[at - 1] == "w" or (tags[at - 1] == "p" and at - 1 == case.low))


CLAUSE = re.compile(r"(?:;c?|,c)(?=a?[DTNn]*[PRO](?:[^,;Q]{0,12})[vbx])")


def clause_start(tags: str, low: int, at: int) -> int:
    """Where the last main clause before `at` begins: after a semicolon, or `, and` with a subject of its own."""
    start = low
    for match in CLAUSE.finditer(tags, low, at):
        start = match.end()
    return start


def governed(case: Case, at: int) -> Found | None:
    """The subject of the cue at `at`."""
    tags, low = case.tags, case.low
    cue = (at, at + 1)
    prior = tags[at - 1] if at > low else ""
    if tags[at] == "g":
        phrase = participle(case, at, prior)
        if phrase and case.word(phrase.head) == "it" and prior != ",":
            return None
        return case.found(phrase, cue, "participle")
    if prior == "w":
        return None
    if prior == "x" and case.word(at - 1) in BE:
        if case.word(at).endswith(("ed", "told", "quoted")):
            return None
    if prior == "z":
        return case.found(clause_subject(tags, low, at - 1), cue, "infinitive")
    if prior and prior in "c":
        return case.found(clause_subject(tags, low, at - 1), cue, "shared-subject")
    return case.found(subject(tags, low, at), cue, "before")


def participle(case: Case, at: int, prior: str) -> Phrase | None:
    """Who does what an -ing form says: the subject beside it, of the clause before it, or of the one after the marks."""
    tags, low = case.tags, case.low
    if prior == "x" or (prior == "a" and tags[at - 2 : at - 1] == "x"):
        return subject(tags, low, at)
    if prior == "P" and bare_form("en").get(case.word(at)) in {"say", "tell"}:
        return subject(tags, low, at)
    if prior == "Q" and case.previous and case.previous.line is case.line:
        return case.previous.phrase
    found = clause_subject(tags, low, at)
    if found:
        return found
    if prior == "," and tags[at - 2] in "PNRn":
        return from_before(tags, low, at - 1)
    match = NEXT_SUBJECT.match(tags, case.at + 1, case.high)
    if match and "v" not in tags[low:at]:
        return Phrase(match.end() - 1, match.end(), match.end() - 1)
    return None


def from_before(tags: str, low: int, end: int) -> Phrase | None:
    """The phrase before a comma where it is a name or a pronoun."""
    found = phrase_before(tags, low, end)
    return found if found and tags[found.head] in "PRON" else None


NEXT_SUBJECT = re.compile(r",?[DTNn]*[PR](?=[vbxea,])")


def closing(case: Case) -> Found | None:
    """`It was "…" for everyone, Ada Diaz said.`: the attribution closes the sentence."""
    tags = case.tags
    later = tags.find("Q", case.at + 1, case.high)
    if later > 0 and not set("v:;") & set(tags[case.at + 1 : later]):
        found = inverted(case, later) or follows(case, later, FORWARD, "after")
        if found:
            return found
    at = tags.find("A", case.at, case.high)
    if at > 0 and tags[at + 1 : at + 2] == "z":
        return case.found(phrase_after(tags, at + 2, case.high), (at, at + 2), "according-after")
    match = CLOSING.search(tags, case.at + 1, case.high)
    if not match:
        match = CLOSING_INVERTED.search(tags, case.at + 1, case.high)
        if not match or "Q" in tags[match.end() : case.high]:
            return None
        verb = match.end() - 1
        if bare_form("en").get(case.word(verb)) in {"tell", "call", "read"}:
            return None
        return case.found(phrase_after(tags, verb + 1, case.high), (verb, verb + 1), "closing")
    verb = match.start("cue")
    return case.found(subject(tags, match.start("np"), verb), (verb, verb + 1), "closing")


OWNED = re.compile(r"(?P<own>[PO])s(?P<between>[^vbxgtWRQ;.:,()]{0,16}[Qc]*)$")
SPAN = 20


def owner(case: Case) -> Found | None:
    """`Ada Diaz's promise of "…"`, `Ada Diaz's famous "…" remark`: a possessor and a noun for what is said or meant."""
    match = OWNED.search(case.tags, max(case.low, case.at - SPAN), case.at)
    if not match:
        return claimed(case)
    sentence = case.text[case.stretch.start : case.stretch.start + 1].isupper()
    if match.group("between").count("p") > 1 + sentence:
        return None
    between = {case.word(i) for i in range(match.start("between"), case.at)}
    beyond = {case.word(i) for i in range(case.at + 1, min(case.at + 3, case.high))}
    if not (between | beyond) & words("en", "speech_nouns"):
        return None
    at = match.start("own")
    return case.found(Phrase(at, at + 1, at), None, "owner")


CLAIM = re.compile(r"(?P<own>[POR])s(?:[aen]{0,2})(?P<noun>n)t")


def claimed(case: Case) -> Found | None:
    """`Ada Diaz's claim that there were "…"`: a possessor, a noun for what is said, and `that`."""
    for match in CLAIM.finditer(case.tags, case.low, case.at):
        if case.word(match.start("noun")) in words("en", "speech_nouns"):
            at = match.start("own")
            return case.found(Phrase(at, at + 1, at), None, "owner")
    return None


def belonging(case: Case) -> Found | None:
    """`the line belongs to Ada Diaz: "…"`, `in the words of Ada Diaz, "…"`."""
    pairs = words("en", "belonging_phrases")
    for at in range(case.low, case.at - 2):
        if case.tags[at + 1] in "zp" and f"{case.word(at)} {case.word(at + 1)}" in pairs:
            phrase = phrase_after(case.tags, at + 2, case.at)
            if phrase and case.at - phrase.end <= 2:
                return case.found(phrase, (at, at + 2), "belonging")
    return None


STANDPOINT = re.compile(r"(?:^|(?<=[,.c]))[zp][T]*(?P<who>P)(?:s(?P<noun>n))?,")


def standpoint(case: Case) -> Found | None:
    """`Russia, to Ms. Diaz, is "…"`, `in Ms. Diaz's view, "…"`."""
    for match in STANDPOINT.finditer(case.tags, case.low, case.at):
        noun = match.group("noun")
        fits = case.word(match.start("noun")) in words("en", "standpoint_phrases") if noun else case.tags[match.start()] == "z"
        if fits:
            at = match.start("who")
            return case.found(Phrase(at, at + 1, at), (match.start(), match.start() + 1), "standpoint")
    return None


def carried(case: Case) -> Found | None:
    """A fragment in a sentence without a cue, after one attributed in the same paragraph: the account of one voice goes on."""
    if not case.previous or case.previous_line is None or case.previous.rule in WEAK_RULES:
        return None
    apart = case.line.block - case.previous_line.block
    if apart > (case.tags[case.at - 1 : case.at] == ":"):
        return None
    return Found(case.previous.line, case.previous.phrase, case.previous.cue, "carried")


WEAK_RULES = frozenset({"main-clause", "lead-in", "next-paragraph"})


def going_on(case: Case) -> Found | None:
    """A quotation that is a sentence of its own, right after one in the same paragraph: the same speaker goes on."""
    if not case.previous or case.previous_line is not case.line:
        return None
    if not (alone(case) or PREDICATE.search(case.tags, case.low, case.at)):
        return None
    number = case.line.number(case.at)
    before = case.line.sentences[number - 1] if number else (case.low, case.at)
    if "Q" not in case.tags[before[0] : before[1]]:
        return None
    return Found(case.previous.line, case.previous.phrase, case.previous.cue, "going-on")


PREDICATE = re.compile(r"(?:^|[.])(?:R|[DTNn]*P|D[nN]+)x?$")
LABEL = re.compile(r"[TN]*(?:P|N+)(?:\([^()]{1,6}\))?:")
SIGNED = re.compile(r"[,.]?-[DTNn]*?(?P<name>P|N+)(?:[,(].*|p.*)?[.]?")


def label(case: Case) -> Found | None:
    """`DIAZ: "…"`: a name and a colon are all that stands before the words."""
    match = LABEL.fullmatch(case.tags, case.low, case.at)
    if not match:
        return None
    end = match.end() - 1
    if case.tags[end - 1] == ")":
        end = case.tags.index("(", case.low)
    return Found(case.line, phrase_before(case.tags, case.low, end) or Phrase(case.low, end, end - 1), None, "label")


def signed(case: Case) -> Found | None:
    """`"…" — Ada Diaz`, on the same line or the one below."""
    match = SIGNED.fullmatch(case.tags, case.at + 1) if len(case.tags) - case.at < SPAN else None
    line = case.line
    if not match and case.below is not None and case.at + 1 >= case.high - 1:
        line = case.below
        match = SIGNED.fullmatch(line.tags)
    if not match or len(line.tags) - match.start() > 16:
        return None
    start, end = match.span("name")
    return Found(line, Phrase(start, end, end - 1), None, "signed")


def alone(case: Case) -> bool:
    """Whether the sentence holds nothing but quotations."""
    return not case.tags[case.low : case.high].strip("Q.,-()")


def main_clause(case: Case) -> Found | None:
    """`Ada Diaz built her campaign on "…"`: the person who acts in the clause round a quoted fragment."""
    phrase = clause_subject(case.tags, case.low, case.at, nearest=True)
    return case.found(phrase, None, "main-clause") if phrase and case.tags[phrase.head] in "PR" else None


def main_thing(case: Case) -> Found | None:
    """`The poll puts it at "…"`: what acts in the clause where no person does."""
    return case.found(clause_subject(case.tags, case.low, case.at), None, "main-clause")


def lead_in(case: Case) -> Found | None:
    """`Ada Diaz was clear. "…"` and `Ada Diaz continued:` on the line above: the sentence before leads in."""
    if not alone(case):
        return None
    line, number = case.line, case.line.number(case.at)
    if number == 0:
        if case.above is None or not case.above.sentences:
            return None
        line, number = case.above, len(case.above.sentences)
    low, high = line.sentences[number - 1]
    if "Q" in line.tags[low:high] and case.previous:
        return Found(case.previous.line, case.previous.phrase, case.previous.cue, "next-paragraph")
    inner = Case(case.text, line, high, low, high, case.stretch)
    found = before(inner) if line.tags[high - 1] == ":" else None
    if found:
        return Found(found.line, found.phrase, found.cue, "colon-above")
    phrase = clause_subject(line.tags, low, high)
    if phrase and (line.tags[phrase.head] in "PR" or line.tags[high - 1] == ":"):
        return Found(line, phrase, None, "lead-in")
    return None


ROWS: dict[str, Rule] = {
    "label": label, "inverted": inverted, "after": after, "according-after": according_after, "after-any": after_any,
    "adjacent": adjacent, "closing": closing, "before": before, "owner": owner, "belonging": belonging,
    "standpoint": standpoint, "signed": signed, "going-on": going_on, "lead-in": lead_in, "carried": carried,
    "main-clause": main_clause, "main-thing": main_thing,
}  # fmt: skip
FALL_BACK = ("belonging", "standpoint", "signed", "going-on", "lead-in", "main-clause", "carried", "main-thing")
EARLY = ("label", "inverted", "after", "according-after", "after-any", "adjacent", "closing", "owner", "before", *FALL_BACK)
LATE = ("label", "adjacent", "inverted", "according-after", "after", "closing", "owner", "before", *FALL_BACK)


def attribute(case: Case, *, sure: bool = False) -> Found | None:
    """The first find of the rules in order; words that end open (`…,"`) look after the marks first.

    With `sure`, the rules that only carry a speaker on are left out.
    """
    led = case.at > case.low and case.tags[max(0, case.at - 2) : case.at].endswith((":", "v,", "g,", "p,"))
    small = case.text[case.stretch.start : case.stretch.start + 1].islower()
    for name in LATE if led or small or not open_ended(case) else EARLY:
        if sure and name in FALL_BACK:
            return None
        found = ROWS[name](case)
        if found:
            return found
    return None
