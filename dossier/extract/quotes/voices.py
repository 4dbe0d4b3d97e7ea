"""From the words that name a speaker to whom they mean: a bearer, an antecedent, the issuer of a document."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.extract.quotes.case import Found
from dossier.extract.quotes.lines import Lines
from dossier.extract.quotes.people import People, Resolver
from dossier.extract.quotes.phrases import clause_subject
from dossier.extract.quotes.tokens import Line
from dossier.lexicon import words
from dossier.model import Speaker
from dossier.sourcemap import TextSpan

NEAR = 4
"""Lines looked back through for who issued a document."""


@dataclass(slots=True)
class Voices:
    """Turns finds into speakers for one document."""

    text: str
    people: People
    resolver: Resolver
    lines: Lines

    def speaker(self, find: Found, words_said: TextSpan) -> Speaker:
        """The speaker a find stands for; `name` is None for a pronoun without a sure antecedent.

        Nobody whom the words themselves name (`"Ms. Diaz is our best," she said`) is taken for a pronoun's antecedent.
        """
        line, phrase = find.line, find.phrase
        mention = self.mention(find)
        who = self.people.at.get(line.starts[phrase.head])
        if who is not None:
            return Speaker(mention, self.people.names[who].name)
        tag = line.tags[phrase.head]
        if tag == "R" or (tag == "j" and phrase.end - phrase.start == 1):
            who = self.resolver.pronoun(line.block, phrase.head, self.people.named_in(words_said))
            return Speaker(mention, self.people.names[who].name if who is not None else None, known=who is not None)
        said = self.text[mention.start : mention.end]
        if tag == "N" and said.isupper() and (known := self.people.by_surname(said)) is not None:
            return Speaker(mention, self.people.names[known].name)
        if tag in "NM" and said[:1].isupper():
            return Speaker(mention, said, known=tag == "N")
        name = self.described(find)
        return Speaker(mention, name or said, known=name is not None)

    def mention(self, find: Found) -> TextSpan:
        """The words that name the speaker: the relative pronoun where that is the cue's own subject."""
        line, phrase = find.line, find.phrase
        start, end = phrase.start, phrase.end
        after = end + 1 if line.tags[end : end + 1] == "," else end
        if find.cue and line.tags[after : after + 1] == "W" and find.cue[0] > after:
            between = line.tags[after + 1 : find.cue[0]]
            if not set(between) - set("xaj"):
                start, end = after, after + 1
        return TextSpan(line.starts[start], line.ends[end - 1])

    def described(self, find: Found) -> str | None:
        """The name behind a description: an office holder's, or that of whoever issued a document; None if unsure."""
        line, phrase = find.line, find.phrase
        spoken = [w.lower() for w in line.words[phrase.start : phrase.end]]
        head = line.words[phrase.head].lower()
        if head in words("en", "document_nouns"):
            return self.issuer(find, head)
        who = self.people.by_office(spoken[: phrase.head - phrase.start + 1])
        return self.people.names[who].name if who is not None else None

    def issuer(self, find: Found, noun: str) -> str | None:
        """Who issued the document a phrase names: its possessor, or the subject of the sentence that brought it up."""
        line, phrase = find.line, find.phrase
        for at in range(phrase.start, phrase.head):
            if line.tags[at] in "PO" and line.tags[at + 1] == "s":
                return self.named(line, at)
        if line.words[phrase.start].lower() not in {"the", "this", "that", "its"}:
            return None
        for nouns in (frozenset({noun}), words("en", "document_nouns")):
            for back in range(line.block, max(-1, line.block - NEAR), -1):
                found = self.brought_up(self.lines[back], nouns, line.starts[phrase.start])
                if found:
                    return found
        return None

    def brought_up(self, line: Line, nouns: frozenset[str], limit: int) -> str | None:
        """Who acts in an earlier sentence with such a noun (`In a statement, the ministry said`)."""
        for low, high in reversed(line.sentences):
            if line.starts[low] >= limit:
                continue
            held = [i for i in range(low, high) if line.words[i].lower() in nouns and line.starts[i] < limit]
            if not held:
                continue
            phrase = clause_subject(line.tags, low, high)
            if phrase and line.tags[phrase.head] in "PO":
                return self.named(line, phrase.head)
        return None

    def named(self, line: Line, token: int) -> str | None:
        """The name at a token."""
        who = self.people.at.get(line.starts[token])
        return self.people.names[who].name if who is not None else None
