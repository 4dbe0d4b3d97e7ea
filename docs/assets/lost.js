/* The page that is not there: fills its search with the words of the address, and names the sources nearest to it. */

const MOST = 3;
const ALIKE = 0.3;

/** Pairs of neighbouring letters, which two spellings of one title mostly share. */
function pairs(text) {
  const found = new Set();
  for (let at = 0; at + 1 < text.length; at += 1) found.add(text.slice(at, at + 2));
  return found;
}

/** How alike two slugs are, from 0 to 1 (Dice's coefficient over pairs of letters). */
export function alike(one, other) {
  const [a, b] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const pair of a) shared += b.has(pair);
  return a.size + b.size ? (2 * shared) / (a.size + b.size) : 0;
}

/** The last part of an address that says something, in small letters. */
export function slugOf(path) {
  let part = path.split("/").filter(Boolean).pop() ?? "";
  try {
    part = decodeURIComponent(part);
  } catch {
    /* an address that is no UTF-8 stays as it is */
  }
  return part.replace(/\.(html?|md|php)$/i, "").toLowerCase();
}

async function show() {
  const slug = slugOf(location.pathname);
  const words = document.getElementById("d-lost-words");
  if (!words || !slug) return;
  words.value = slug.replace(/[-_+.]+/g, " ").replace(/^(\d{2,4} )+/, "").trim();
  const home = new URL("../", import.meta.url);
  const answer = await fetch(new URL("data/bibliography.json", home));
  if (!answer.ok) return;
  const near = (await answer.json())
    .map((item) => ({ ...item, score: alike(slug, item.id) }))
    .filter((item) => item.score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
  const box = document.querySelector(".d-lost-near");
  for (const { id, title } of near) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(`sources/${encodeURIComponent(id)}/`, home);
    link.textContent = title;
    line.append(link);
    box.querySelector("ul").append(line);
  }
  box.hidden = near.length === 0;
}

show().catch(() => {});
