/* In a source's page: who said a quotation, on hover, focus or tap, with its address and a citation to copy. */

import { button, citation, copy, ownWords, place } from "./copy.js";

const OPEN_AFTER = 350;
const CLOSE_AFTER = 250;
const text = document.querySelector(".d-text[data-reference]");
const signs = new Map();
let card, shown, timer;

if (text) {
  for (const sign of document.querySelectorAll("a.d-by")) prepare(sign);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const back = card.contains(document.activeElement) ? shown : null;
    close();
    if (back) back.focus({ preventScroll: true });
    if (back) close();
  });
  document.addEventListener("click", (event) => {
    if (shown && !card.contains(event.target) && !touches(event.target)) close();
  });
}

function touches(target) {
  return target.closest?.(".d-by, .d-quote[data-quote]");
}

function prepare(sign) {
  const id = sign.hash.slice(sign.hash.lastIndexOf("--") + 2);
  const parts = document.querySelectorAll(`.d-quote[data-quote="${CSS.escape(id)}"]`);
  if (!parts.length) return;
  const holder = sign.parentElement;
  const who = holder.title;
  holder.removeAttribute("title");
  signs.set(sign, { id, parts, who });
  sign.setAttribute("role", "button");
  sign.setAttribute("aria-expanded", "false");
  sign.setAttribute("aria-label", `Who said this: ${who}`);
  sign.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(sign);
  });
  sign.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    open(sign);
  });
  sign.addEventListener("focus", () => open(sign));
  holder.addEventListener("focusout", (event) => {
    if (shown === sign && !holder.contains(event.relatedTarget)) close();
  });
  for (const part of [...parts, holder]) {
    part.removeAttribute("title");
    part.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && soon(() => open(sign), OPEN_AFTER));
    part.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && soon(leave, CLOSE_AFTER));
  }
  for (const part of parts) {
    part.addEventListener("click", (event) => {
      if (!event.target.closest("a, button") && !String(getSelection())) open(sign);
    });
  }
}

function soon(act, delay) {
  clearTimeout(timer);
  timer = setTimeout(act, delay);
}

function leave() {
  if (shown && !shown.parentElement.contains(document.activeElement)) close();
}

function close() {
  clearTimeout(timer);
  if (!shown) return;
  shown.setAttribute("aria-expanded", "false");
  signs.get(shown).parts.forEach((part) => part.classList.remove("d-speaking"));
  shown = null;
  card.remove();
}

function open(sign) {
  clearTimeout(timer);
  if (shown === sign) return;
  close();
  const { parts, who, id } = signs.get(sign);
  shown = sign;
  sign.setAttribute("aria-expanded", "true");
  parts.forEach((part) => part.classList.add("d-speaking"));
  card = made(sign, parts, who, id);
  sign.after(card);
  put(parts);
}

function made(sign, parts, who, id) {
  const words = ownWords(parts);
  const url = place(`#${id}`, ownWords([parts[0]]));
  const known = who.startsWith("speaker not named") ? "" : who;
  const box = document.createElement("span");
  box.className = "d-speaker-card";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "About this quotation");
  const name = document.createElement("strong");
  name.textContent = known || "The text names no speaker";
  const more = document.createElement("a");
  more.href = sign.href;
  more.textContent = "Among the quotations";
  const cited = { words, speaker: known, source: text.dataset.reference, url };
  box.append(
    name,
    more,
    button("Copy link", (self) => copy(self, url)),
    button("Copy with citation", (self) => copy(self, citation(cited))),
  );
  return box;
}

/** Under the last line of the quotation, or over it where there is no room; within its paragraph and the window. */
function put(parts) {
  const last = [...parts[parts.length - 1].getClientRects()].at(-1);
  const holder = card.offsetParent.getBoundingClientRect();
  const width = card.offsetWidth;
  const edge = Math.min(document.documentElement.clientWidth - 12, Math.max(holder.right, holder.left + width)) - width;
  const left = Math.min(Math.max(12, holder.left, last.right - width / 2), edge);
  const below = last.bottom + card.offsetHeight + 12 < innerHeight;
  card.style.left = `${left - holder.left}px`;
  card.style.top = `${(below ? last.bottom + 4 : last.top - card.offsetHeight - 4) - holder.top}px`;
}
