/* Where a page has no margin for its notes: a marker unfolds its note under the paragraph, and folds it again.

   Without this script the marker leads to the note at the foot. */

const open = new Map();

document.addEventListener("click", (event) => {
  const marker = event.target.closest?.(".d-text a.d-noteref");
  if (!marker || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const note = document.getElementById(decodeURIComponent(marker.hash.slice(1)));
  if (!note || getComputedStyle(note).position === "absolute") return;
  event.preventDefault();
  if (open.has(marker)) fold(marker);
  else unfold(marker, note);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !open.size) return;
  const focused = document.activeElement;
  const within = [...open].find(([marker, box]) => marker === focused || box.contains(focused));
  const [marker] = within ?? [...open].at(-1);
  fold(marker, Boolean(within));
});

/** Show a copy of the note after the block that holds its marker. */
function unfold(marker, note) {
  const label = marker.textContent.trim();
  const box = document.createElement("aside");
  box.className = "d-unfolded";
  box.id = `unfolded-${note.id}`;
  box.dataset.made = "";
  box.setAttribute("aria-label", `Note ${label}`);
  box.append(...copies(note), shut(marker));
  const block = marker.closest("p, li, h1, h2, h3, h4, h5, h6, td, th, div");
  if (/^(LI|TD|TH|DIV)$/.test(block.tagName)) block.append(box);
  else block.after(box);
  open.set(marker, box);
  marker.setAttribute("aria-expanded", "true");
  marker.setAttribute("aria-controls", box.id);
}

/** The paragraphs of a note without ids, ways back and permanent links, which belong to the list at the foot. */
function copies(note) {
  return [...note.children].map((part) => {
    const twin = part.cloneNode(true);
    twin.querySelectorAll(".d-back, .d-pin, .d-by, .headerlink, .d-menu, .d-speaker-card").forEach((mine) => mine.remove());
    for (const each of [twin, ...twin.querySelectorAll("[id]")]) each.removeAttribute("id");
    twin.classList.remove("seed");
    return twin;
  });
}

function shut(marker) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "d-shut";
  made.textContent = "\u00d7";
  made.setAttribute("aria-label", "Fold the note");
  made.addEventListener("click", () => fold(marker, true));
  return made;
}

function fold(marker, back = false) {
  open.get(marker).remove();
  open.delete(marker);
  marker.setAttribute("aria-expanded", "false");
  marker.removeAttribute("aria-controls");
  if (back) marker.focus({ preventScroll: true });
}
