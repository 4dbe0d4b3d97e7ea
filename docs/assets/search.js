/* The search: a dialog over any page, opened by its button, by "/" or by Ctrl+K, and a page of its own whose address
   can be shared. Without this script the button leads to that page, which leads on to the lists. */

import { answer, find, ready, ROOT } from "./find.js";

const STEP = 6;
const PAUSE = 180;
const OPENING = /^[“‘„«"'([]$/;
const opener = document.querySelector("a.d-find-open");
const page = document.querySelector(".d-find-page");
let dialog;

if (page) {
  const box = panel(page);
  const words = new URLSearchParams(location.search).get("q") ?? "";
  box.input.value = words;
  box.asked = (text) => history.replaceState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  if (words) box.ask();
}
if (opener) {
  opener.setAttribute("aria-keyshortcuts", "/ Control+K");
  for (const event of ["pointerenter", "focus"]) opener.addEventListener(event, () => ready().catch(() => {}), { once: true });
  opener.addEventListener("click", (event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const wanted = event.key === "/" ? !(typing || event.ctrlKey || event.metaKey || event.altKey) : event.key === "k" && (event.ctrlKey || event.metaKey);
    if (wanted && !dialog?.open) {
      event.preventDefault();
      open();
    }
  });
}

/** Open the dialog, or go to the field on the page of the search. */
function open() {
  if (page) {
    page.querySelector("input").focus();
    return;
  }
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "d-find";
    dialog.setAttribute("aria-label", "Search");
    document.body.append(dialog);
    panel(dialog, () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => opener.focus());
  }
  dialog.showModal();
  dialog.querySelector("input").select();
  // Opened by a key no pointer has announced it: the index comes while the words are typed.
  ready().catch(() => {});
}

/** A field, what is found, and a button for more, set into an element. */
function panel(into, close) {
  const form = make("form", { role: "search" });
  const input = make("input", { type: "search", name: "q", id: "d-find-words", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
  const label = make("label", { for: "d-find-words" }, "Search the sources, quotations and names");
  const status = make("p", { role: "status", class: "d-find-status" });
  const list = make("ol", { class: "d-find-list" });
  const more = make("button", { type: "button", class: "d-button", hidden: "" }, "More results");
  const row = make("div", { class: "d-find-row" });
  row.append(input);
  if (close) {
    const shut = make("button", { type: "button", class: "d-button" }, "Close");
    shut.addEventListener("click", close);
    row.append(shut);
  }
  form.append(label, row);
  into.replaceChildren(form, status, list, more);
  const box = { input, asked: () => {}, ask };
  let timer, results = [], shown = 0, turn = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  more.addEventListener("click", () => show(turn));
  into.addEventListener("keydown", (event) => {
    // Escape would first empty the field, and close only then.
    if (event.key === "Escape" && close) {
      event.preventDefault();
      close();
    } else walk(event, into);
  });
  return box;

  async function ask() {
    clearTimeout(timer);
    const words = input.value.trim();
    const mine = ++turn;
    box.asked(words);
    if (!words) {
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    try {
      const found = await find(words);
      if (mine !== turn) return;
      [results, shown] = [found, 0];
      list.replaceChildren();
      status.textContent = found.length ? `${found.length} ${found.length === 1 ? "page" : "pages"} for “${words}”` : `Nothing found for “${words}”`;
      await show(mine);
    } catch {
      status.replaceChildren("The search index is not here. ", make("a", { href: new URL("sources/", ROOT) }, "All sources"));
    }
  }

  async function show(mine) {
    const next = await Promise.all(results.slice(shown, shown + STEP).map((result) => result.data()));
    if (mine !== turn) return;
    const first = list.children.length;
    list.append(...next.map((data) => entry(answer(data))));
    shown += next.length;
    more.hidden = shown >= results.length;
    if (first) list.children[first]?.querySelector("a").focus();
  }
}

function entry(found) {
  const item = make("li", {});
  const head = make("p", { class: "d-find-head" });
  head.append(make("span", { class: "d-find-kind" }, found.kind), " ", make("a", { href: found.href }, found.title));
  item.append(head);
  for (const passage of found.passages) {
    const link = make("a", { href: passage.href, class: "d-find-passage" });
    if (passage.label) link.append(make("span", { class: "d-find-label" }, passage.label), " ");
    link.append(passage.cut[0] ? "… " : "");
    for (const { word, hit } of passage.parts) link.append(hit ? make("mark", {}, word) : word, OPENING.test(word) ? "" : " ");
    link.append(passage.cut[1] ? "…" : "");
    item.append(link);
  }
  return item;
}

/** The arrows go through the field and the links. */
function walk(event, into) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [into.querySelector("input"), ...into.querySelectorAll(".d-find-list a")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
}

function make(name, attributes, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text) made.textContent = text;
  return made;
}
