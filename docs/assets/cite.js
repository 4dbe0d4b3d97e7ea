/* Citations: a button that copies each, and what only the reader knows: the address of this page, and the day. */

import { button, copy, say } from "./copy.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");
const two = (number) => String(number).padStart(2, "0");

/** The values that a citation leaves open, by kind; the day is the reader's. */
export function values(day) {
  const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()];
  return {
    address: location.origin + location.pathname,
    "today-us": `${MONTHS[month]} ${date}, ${year}`,
    "today-mla": `${date} ${SHORT[month]} ${year}`,
    "today-iso": `${year}-${two(month + 1)}-${two(date)}`,
    "today-slashes": `${year}/${two(month + 1)}/${two(date)}`,
    "today-parts": `${year}, ${month + 1}, ${date}`,
  };
}

function fill(block, kinds, known) {
  for (const place of block.querySelectorAll("[data-fill]")) {
    if (!kinds(place.dataset.fill)) continue;
    place.textContent = known ? place.dataset.form.replace("%s", known[place.dataset.fill]) : "";
  }
}

/** A citation with its italics where the reader's program takes them, else as plain text. */
async function take(pressed, text) {
  const plain = text.textContent;
  try {
    const html = new Blob([text.innerHTML], { type: "text/html" });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": html, "text/plain": new Blob([plain], { type: "text/plain" }) }),
    ]);
  } catch {
    await copy(pressed, plain);
    return;
  }
  const name = pressed.textContent;
  say("Copied");
  pressed.textContent = "Copied";
  setTimeout(() => (pressed.textContent = name), 1600);
}

function arm(form) {
  const text = form.querySelector("[data-cite]");
  const framed = text.tagName === "PRE";
  const made = button("Copy", (pressed) => (framed ? copy(pressed, text.textContent) : take(pressed, text)));
  const name = form.querySelector("dt");
  made.setAttribute("aria-label", `Copy: ${name.textContent}`);
  name.append(made);
}

function dated(block) {
  const line = document.createElement("label");
  line.className = "d-cite-dated";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => {
    fill(block, (kind) => kind.startsWith("today"), box.checked ? values(new Date()) : null);
  });
  line.append(box, " with today as the date of access");
  block.querySelector("summary").after(line);
}

for (const block of document.querySelectorAll(".d-cite")) {
  fill(block, (kind) => kind === "address", values(new Date()));
  dated(block);
  block.querySelectorAll(".d-cite-form").forEach(arm);
}
