/* The timeline: an overview to choose years from, filters, search; what is chosen stands in the address. */

import { Filters, fits, options } from "./filters.js";
import { here, onPage, pageOf } from "./pages.js";
import { folded, read } from "./state.js";
import { Strip } from "./strip.js";

const KINDS = { event: "events", background: "background", publication: "publications", citation: "works cited" };
const tools = document.querySelector('[data-tools="timeline"]');

if (tools) {
  const entries = [...document.querySelectorAll(".d-event[data-kind]")].map(entry);
  const drawn = document.querySelector(".d-overview");
  if (entries.length) set(entries, drawn);
  else if (drawn) overview(drawn);
}

function entry(element) {
  const { from, to, kind, precision } = element.dataset;
  const linked = (name) => [...element.querySelectorAll(name)].map((a) => [a.hash.slice(1) || a.pathname.split("/").filter(Boolean).pop(), a.textContent]);
  const sources = [...element.querySelectorAll(".d-at-source")].map((a) => [a.dataset.source, a.textContent || a.dataset.source]);
  return {
    element,
    kind,
    precision: precision.split(" "),
    first: from ? year(from) : -Infinity,
    last: to ? year(to) : Infinity,
    sources: unique(sources),
    people: unique(linked(".d-person")),
    places: unique(linked(".d-place")),
    words: folded(element.textContent),
  };
}

function year(day) {
  return Number(day.slice(0, day.lastIndexOf("-", day.length - 4)));
}

function unique(pairs) {
  return [...new Map(pairs)];
}

function set(entries, drawn) {
  let strip;
  const filters = new Filters(tools, {
    entries,
    noun: ["entry", "entries"],
    keys: [
      { key: "source", name: "Source", all: "All sources", options: options(entries, (e) => e.sources) },
      { key: "person", name: "Person", all: "All people", options: options(entries, (e) => e.people) },
      { key: "place", name: "Place", all: "All places", options: options(entries, (e) => e.places) },
      { key: "kind", name: "Kind", all: "All kinds", options: options(entries, (e) => [[e.kind, KINDS[e.kind] ?? e.kind]]) },
      {
        key: "precision",
        name: "Precision",
        all: "Any precision",
        options: options(entries, (e) => e.precision.map((p) => [p, p === "about" ? "approximate" : p])),
      },
    ],
    test: (entry, chosen) =>
      fits(chosen, "source", values(entry.sources)) &&
      fits(chosen, "person", values(entry.people)) &&
      fits(chosen, "place", values(entry.places)) &&
      fits(chosen, "kind", [entry.kind]) &&
      fits(chosen, "precision", entry.precision) &&
      entry.last >= Number(chosen.get("from") ?? -Infinity) &&
      entry.first <= Number(chosen.get("to") ?? Infinity),
    after: (_, chosen) => {
      tidy();
      strip?.show(chosen.get("from"), chosen.get("to"));
    },
  });
  if (drawn) {
    filters.extra.set("from", "").set("to", "");
    strip = new Strip(drawn, (from, to) => {
      if (!onPage(from, to)) return go(from, to);
      filters.extra.set("from", from).set("to", to);
      filters.apply();
    });
    if (here()) strip.stand(...here());
    filters.restore();
  }
  carry();
}

function values(pairs) {
  return pairs.map(([value]) => value);
}

/** Hide years and lanes that have no entry left. */
function tidy() {
  for (const section of document.querySelectorAll(".d-timeline")) {
    let any = false;
    for (const year of section.querySelectorAll(".d-year")) {
      const left = year.querySelector(".d-event:not([hidden])") !== null;
      year.hidden = !left;
      const heading = year.previousElementSibling;
      if (heading?.matches("h2") && !section.matches(".d-lane")) heading.hidden = !left;
      any ||= left;
    }
    section.hidden = !any;
  }
}

/** On a timeline of several pages, what is chosen goes along to the next, but for the years: they are elsewhere. */
function carry() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".d-around a, .d-contents a, .d-lead a");
    const chosen = read();
    chosen.delete("from");
    chosen.delete("to");
    if (link) link.hash = chosen.toString();
  });
}

/** To the first page that has some of these years; what else is chosen goes along. */
function go(from, to) {
  const found = onPage(from, to, true);
  if (!found) return;
  const chosen = read();
  for (const [key, value] of [["from", from], ["to", to]]) value ? chosen.set(key, value) : chosen.delete(key);
  location.assign(`${found.href}${chosen.size ? `#${chosen}` : ""}`);
}

/** The overview of several pages has no entries: years chosen, and permalinks to entries it once had, lead on. */
function overview(drawn) {
  carry();
  new Strip(drawn, go, true);
  const [, year, month] = location.hash.match(/^#e-(\d{4})(?:-(\d\d))?/) ?? [];
  const found = year && !document.getElementById(location.hash.slice(1)) && pageOf(Number(year), Number(month ?? 1));
  if (found) location.replace(found.href + location.hash);
}
