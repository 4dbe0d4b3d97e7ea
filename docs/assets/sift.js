/* Comparing: what several sources tell, by source and by what they share. */

import { Filters, fits, options } from "./filters.js";
import { folded } from "./state.js";

const tools = document.querySelector('[data-tools="compare"]');
const sections = [...document.querySelectorAll(".d-shared")];
const entries = [...document.querySelectorAll(".d-shared .d-dossier")].map((element) => {
  const links = [...element.querySelectorAll(".d-row .d-from a[data-source]")];
  const section = element.closest(".d-shared");
  return {
    element,
    kind: section.dataset.kind,
    title: section.querySelector("h2").firstChild.textContent.trim(),
    sources: [...new Map(links.map((link) => [link.dataset.source, link.textContent]))],
    words: folded(element.textContent),
  };
});

if (tools && entries.length) {
  new Filters(tools, {
    entries,
    noun: ["entry", "entries"],
    keys: [
      { key: "source", name: "Source", all: "All sources", options: options(entries, (e) => e.sources) },
      { key: "kind", name: "What", all: "Everything", options: options(entries, (e) => [[e.kind, e.title]]) },
    ],
    test: (entry, chosen) =>
      fits(chosen, "source", entry.sources.map(([slug]) => slug)) && fits(chosen, "kind", [entry.kind]),
    after: (_, chosen) => {
      for (const section of sections) {
        section.hidden = chosen.size > 0 && !section.querySelector(".d-dossier:not([hidden])");
      }
    },
  });
}
