/* A passage's permanent link becomes a menu: copy the link, copy the words with their source, report a problem, and
   what is marked in the passage, in words. Without this script it stays a link. */

import { citation, copy, ownWords, place } from "./copy.js";

const LONGEST = 400;
const text = document.querySelector(".d-text[data-reference]");
let menu, pin;

if (text) {
  document.addEventListener("click", (event) => {
    const near = event.target.closest?.("a.d-pin");
    if (near && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      if (pin === near) close(true);
      else open(near);
    } else if (menu && !menu.contains(event.target)) close();
  });
  document.addEventListener("keydown", keys);
  addEventListener("hashchange", reveal);
  reveal();
}

/** Open what is folded over the place that the address leads to. */
function reveal() {
  const folded = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details:not([open])");
  if (folded) folded.open = true;
}

function open(near) {
  close();
  const block = near.closest(".seed");
  pin = near;
  menu = document.createElement("div");
  menu.className = "d-menu";
  menu.dataset.made = "";
  menu.setAttribute("role", "group");
  menu.setAttribute("aria-label", "This passage");
  menu.append(...acts(block, place(near.href)));
  const found = marked(block);
  if (found.childElementCount) menu.append(found);
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu?.contains(event.relatedTarget) && event.relatedTarget !== pin) close();
  });
  near.after(menu);
  near.setAttribute("aria-expanded", "true");
  put(near, block);
  menu.querySelector("button").focus({ preventScroll: true });
}

function close(back = false) {
  if (!menu) return;
  const [old, from] = [menu, pin];
  menu = pin = null;
  from.setAttribute("aria-expanded", "false");
  old.remove();
  if (back) from.focus({ preventScroll: true });
}

/** Escape closes and gives the focus back; the arrows go from one act to the next. */
function keys(event) {
  if (!menu) return;
  if (event.key === "Escape") {
    event.preventDefault();
    close(menu.contains(document.activeElement) || document.activeElement === pin);
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const every = [...menu.querySelectorAll("button, a")];
    const at = every.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    every.at((at + (event.key === "ArrowDown" ? 1 : -1)) % every.length).focus();
  }
}

function acts(block, url) {
  const words = ownWords([block]);
  const every = [
    act("Copy link", (self) => copy(self, url)),
    act("Copy with citation", (self) => copy(self, citation({ words, source: text.dataset.reference, url }))),
  ];
  const report = document.querySelector("a.d-report");
  if (report) {
    const link = document.createElement("a");
    link.href = complaint(report.href, url, words);
    link.rel = "noreferrer";
    link.textContent = "Report a problem";
    every.push(link);
  }
  return every;
}

function act(words, run) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", () => run(made));
  return made;
}

/** The maintainer's address with this passage filled in. A letter's address knows no `+` for a space. */
function complaint(to, url, words) {
  const [base, ...query] = to.split("?");
  const asked = new URLSearchParams(query.join("?"));
  const part = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
  asked.set("body", `${url}\n\n“${part}”\n\n`);
  return `${base}?${[...asked].map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
}

/** What is marked in a passage and only said when one points at it: how its dates are read, who says its words. */
function marked(block) {
  const list = document.createElement("div");
  list.className = "d-marked";
  const seen = new Set();
  for (const each of block.querySelectorAll(".d-date[title], .d-by[aria-label]")) {
    const date = each.matches(".d-date");
    const words = date ? `“${each.textContent}”: ${each.title}` : each.getAttribute("aria-label").replace(/^Who said this: /, "Said by ");
    if (seen.has(words) || (date && each.title === each.textContent)) continue;
    seen.add(words);
    const line = document.createElement("span");
    line.textContent = words;
    list.append(line);
  }
  return list;
}

/** Under the link, or over it where there is no room; within the window. */
function put(near, block) {
  const at = near.getBoundingClientRect();
  const holder = block.getBoundingClientRect();
  const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
  const below = at.bottom + menu.offsetHeight + 8 < innerHeight || at.top < menu.offsetHeight + 8;
  menu.style.left = `${Math.max(8, Math.min(at.left, room)) - holder.left}px`;
  menu.style.top = `${(below ? at.bottom + 4 : at.top - menu.offsetHeight - 4) - holder.top}px`;
}
