/* A bar of filters over the entries of a page: a search field and one choice a key, made here because without a
   script they would do nothing. On a narrow page the choices unfold behind a button. */

import { button, copy, say } from "./copy.js";
import { folded, read, write } from "./state.js";

/**
 * keys: [{ key, name, all, options: [[value, words, count]] }]; test(entry, chosen) says whether an entry stays.
 * after(kept, chosen) is told what is shown; state beyond the form is in `extra`, a Map of its own keys.
 */
export class Filters {
  constructor(place, { keys, entries, test, after, noun, search = "Search" }) {
    Object.assign(this, { place, entries, test, after, noun, controls: new Map(), extra: new Map() });
    this.part = place.dataset.part === undefined ? "" : " on this page";
    this.form = document.createElement("form");
    this.form.className = "d-filters";
    this.form.setAttribute("role", "search");
    this.form.setAttribute("aria-label", `Filter the ${noun[1]}`);
    this.add("q", search, this.field(), this.form);
    this.choices = document.createElement("div");
    this.choices.className = "d-filters-choices";
    this.choices.id = "d-filters-choices";
    for (const each of keys) if (each.options.length > 1) this.add(each.key, each.name, this.choice(each), this.choices);
    if (this.choices.childElementCount) this.form.append(this.more(), this.choices);
    this.foot();
    place.append(this.form);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.apply());
    this.form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.clear();
    });
    addEventListener("hashchange", () => this.restore());
    this.restore();
    if (this.chosen().size > Number(Boolean(this.controls.get("q").value))) this.unfold(true);
  }

  add(key, words, control, where) {
    const label = document.createElement("label");
    label.className = `d-filter d-filter-${key}`;
    const name = document.createElement("span");
    name.textContent = words;
    control.name = key;
    label.append(name, control);
    this.controls.set(key, control);
    where.append(label);
  }

  field() {
    const control = document.createElement("input");
    control.type = "search";
    control.autocomplete = "off";
    control.spellcheck = false;
    return control;
  }

  choice({ all, options }) {
    const control = document.createElement("select");
    control.append(new Option(all, ""));
    for (const [value, words, count] of options) control.append(new Option(`${words} (${count})`, value));
    return control;
  }

  more() {
    this.toggle = button("Filters", () => this.unfold(!this.form.classList.contains("d-open")));
    this.toggle.classList.add("d-filters-more");
    this.toggle.setAttribute("aria-controls", this.choices.id);
    this.unfold(false);
    return this.toggle;
  }

  unfold(open) {
    this.form.classList.toggle("d-open", open);
    this.toggle?.setAttribute("aria-expanded", String(open));
  }

  foot() {
    const foot = document.createElement("div");
    foot.className = "d-filters-foot";
    this.count = document.createElement("output");
    this.reset = button("Show all", () => this.clear());
    this.link = button("Copy link to this view", (self) => copy(self, location.href));
    foot.append(this.count, this.reset, this.link);
    this.form.append(foot);
  }

  chosen() {
    const found = new URLSearchParams();
    for (const [key, control] of this.controls) if (control.value.trim()) found.set(key, control.value.trim());
    for (const [key, value] of this.extra) if (value) found.set(key, value);
    return found;
  }

  restore() {
    const wanted = read();
    for (const [key, control] of this.controls) control.value = wanted.get(key) ?? "";
    for (const [key, control] of this.controls) {
      // A choice that this page does not have still holds on others: it is kept, and leaves nothing here.
      if (wanted.get(key) && control.value !== wanted.get(key)) {
        control.append(new Option(wanted.get(key), wanted.get(key)));
        control.value = wanted.get(key);
      }
    }
    for (const key of this.extra.keys()) this.extra.set(key, wanted.get(key) ?? "");
    this.apply(false);
    const anchor = location.hash.includes("=") ? "" : decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(anchor);
    if (target?.closest("[hidden]")) {
      this.clear();
      target.scrollIntoView();
    }
  }

  clear() {
    for (const control of this.controls.values()) control.value = "";
    for (const key of this.extra.keys()) this.extra.set(key, "");
    this.apply();
  }

  apply(writing = true) {
    const chosen = this.chosen();
    const words = folded(chosen.get("q") ?? "").split(/\s+/).filter(Boolean);
    let kept = 0;
    for (const entry of this.entries) {
      const stays = words.every((word) => entry.words.includes(word)) && this.test(entry, chosen);
      entry.element.hidden = !stays;
      kept += stays;
    }
    const [one, many] = this.noun;
    const any = chosen.size > 0;
    const told = any ? `${kept} of ${this.entries.length} ${many}` : `${kept} ${kept === 1 ? one : many}`;
    this.count.textContent = told + this.part;
    this.reset.hidden = this.link.hidden = !any;
    if (writing) write(chosen);
    if (writing && !kept) say(`No ${one} fits`);
    this.after?.(kept, chosen);
  }
}

/** Whether a choice is open or one of an entry's values. */
export function fits(chosen, key, values) {
  return !chosen.has(key) || values.includes(chosen.get(key));
}

/** Options of a key from what entries have: each value with its words and number, most frequent first. */
export function options(entries, values, order = null) {
  const counted = new Map();
  for (const entry of entries)
    for (const [value, words] of values(entry)) {
      const found = counted.get(value) ?? [value, words, 0];
      found[2] += 1;
      counted.set(value, found);
    }
  return [...counted.values()].sort(order ?? ((a, b) => b[2] - a[2] || a[1].localeCompare(b[1])));
}
