/* The quotations: search, filters by speaker, source, kind and year, and each entry's citation to copy. */

import { button, citation, copy, ownWords, place } from "./copy.js";
import { Filters, fits, options } from "./filters.js";
import { folded } from "./state.js";

const KINDS = {
  speech: "whole sentences",
  fragment: "in part",
  nested: "quoted within a quotation",
  title: "titles",
  term: "terms",
};
const tools = document.querySelector('[data-tools="quotes"]');

const contents = document.querySelector('[data-tools="quotes-contents"]');

if (tools) set([...document.querySelectorAll(".d-said")].map(entry));
else if (contents) lead();

/** The overview of several pages has no entries: permalinks to what it once had lead on, at last to the source. */
function lead() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!wanted || document.getElementById(wanted)) return;
  const cut = wanted.lastIndexOf("--");
  const listed = [...contents.querySelectorAll("a")].find((link) => link.hash === `#${wanted}`);
  if (listed) location.replace(listed.href);
  else if (wanted.startsWith("by-")) location.replace(`../names/#${wanted.slice(3)}`);
  else if (cut > 0) location.replace(`../sources/${wanted.slice(0, cut)}/#${wanted.slice(cut + 2)}`);
}

function entry(element) {
  const voice = element.closest(".d-voice");
  const heading = voice.querySelector("h2");
  const speaker = heading.firstChild.textContent.trim();
  const { kind, source, year } = element.dataset;
  const link = element.querySelector(".d-passage-link");
  const by = voice.dataset.speaker;
  const words = folded(`${element.textContent} ${speaker}`);
  return { element, voice, speaker, by, kind, source, year, link, words, short: link.textContent };
}

function set(entries) {
  const years = (entry) => [[entry.year || "none", entry.year || "not known"]];
  const said = entries.filter((each) => each.by !== "terms");
  new Filters(tools, {
    entries,
    noun: ["entry", "entries"],
    keys: [
      { key: "speaker", name: "Speaker", all: "All speakers", options: options(said, (e) => [[e.by, e.speaker]]) },
      { key: "source", name: "Source", all: "All sources", options: options(entries, (e) => [[e.source, e.short]]) },
      { key: "kind", name: "Kind", all: "All kinds", options: options(entries, (e) => [[e.kind, KINDS[e.kind] ?? e.kind]]) },
      {
        key: "year",
        name: "Year",
        all: "Said, else published",
        options: options(entries, years, (a, b) => a[0].localeCompare(b[0])),
      },
    ],
    test: (entry, chosen) =>
      fits(chosen, "speaker", [entry.by]) &&
      fits(chosen, "source", [entry.source]) &&
      fits(chosen, "kind", [entry.kind]) &&
      fits(chosen, "year", [entry.year || "none"]),
    after: (_, chosen) => tidy(entries, chosen.size > 0),
  });
  for (const each of entries) each.link.parentElement.append(" ", citing(each));
}

/** Hide speakers without a quotation left, and what is about all quotations while some are chosen. */
function tidy(entries, any) {
  const left = new Set(entries.filter((each) => !each.element.hidden).map((each) => each.voice));
  for (const voice of document.querySelectorAll(".d-voice")) voice.hidden = !left.has(voice);
  for (const whole of document.querySelectorAll(".d-chart, .d-kin")) whole.hidden = any;
}

function citing(each) {
  return button("Copy with citation", (self) => {
    const parts = each.element.querySelectorAll(".d-words");
    const named = each.by.startsWith("by-") ? each.speaker : "";
    const source = document.getElementById(`from-${each.source}`)?.querySelector("a")?.textContent ?? each.short;
    copy(self, citation({ words: ownWords(parts), speaker: named, source, url: place(each.link.href, ownWords([parts[0]])) }));
  });
}
