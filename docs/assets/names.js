/* The names: any form that a source uses is searched; by kind, and those that several sources share. */

import { Filters, fits, options } from "./filters.js";
import { folded } from "./state.js";

const PAGED = { page: "in several sources, or quoted", once: "in one source" };
const tools = document.querySelector('[data-tools="names"]');
const kinds = [...document.querySelectorAll(".d-kind")];
const entries = [...document.querySelectorAll(".d-kind .d-entry")].map((element) => {
  const kind = element.closest(".d-kind");
  const name = element.querySelector(".d-who").textContent;
  return {
    element,
    kind: kind.dataset.kind,
    title: kind.querySelector("h2").firstChild.textContent.trim(),
    page: element.querySelector(".d-plain") ? "once" : "page",
    words: folded(`${name} ${element.dataset.forms}`),
  };
});

if (tools && entries.length) {
  new Filters(tools, {
    entries,
    noun: ["name", "names"],
    search: "Find a name",
    keys: [
      { key: "kind", name: "Kind", all: "All kinds", options: options(entries, (e) => [[e.kind, e.title]]) },
      {
        key: "with",
        name: "Named",
        all: "Anywhere",
        options: options(entries, (e) => [[e.page, PAGED[e.page]]]),
      },
    ],
    test: (entry, chosen) => fits(chosen, "kind", [entry.kind]) && fits(chosen, "with", [entry.page]),
    after: (_, chosen) => {
      for (const kind of kinds) {
        kind.hidden = !kind.querySelector(".d-entry:not([hidden])");
        kind.classList.toggle("d-sifted", chosen.size > 0);
      }
    },
  });
}
