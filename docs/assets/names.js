/* Names: a box that leaves only the names that hold what is typed. The page is whole without it. */
(() => {
  "use strict";

  const root = document.querySelector(".d-find[data-find=name]");
  if (!root) return;

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const entries = [...document.querySelectorAll(".d-kind .d-entry")].map((row) => {
    const kind = row.closest(".d-kind");
    const name = row.querySelector(".d-who");
    return { row, kind, words: folded(`${name ? name.textContent : ""} ${row.dataset.forms || ""}`) };
  });
  const kinds = [...document.querySelectorAll(".d-kind")];

  const label = document.createElement("label");
  label.textContent = "Find a name";
  label.htmlFor = "d-find-name";
  const box = document.createElement("input");
  box.type = "search";
  box.id = "d-find-name";
  box.autocomplete = "off";
  box.spellcheck = false;
  const told = document.createElement("output");
  told.htmlFor = "d-find-name";
  root.append(label, box, told);

  const sift = () => {
    const wanted = folded(box.value).split(/\s+/).filter(Boolean);
    const left = new Map(kinds.map((kind) => [kind, 0]));
    let count = 0;
    for (const { row, kind, words } of entries) {
      const stays = wanted.every((word) => words.includes(word));
      row.hidden = !stays;
      if (stays) {
        count += 1;
        left.set(kind, left.get(kind) + 1);
      }
    }
    for (const [kind, number] of left) {
      kind.hidden = !number;
      kind.classList.toggle("d-sifted", wanted.length > 0);
    }
    told.textContent = wanted.length ? `${count || "No"} ${count === 1 ? "name" : "names"}` : "";
  };

  const remember = () => {
    const url = new URL(location.href);
    if (box.value) url.searchParams.set("name", box.value);
    else url.searchParams.delete("name");
    history.replaceState(history.state, "", url);
  };

  let timer = 0;
  box.addEventListener("input", () => {
    sift();
    clearTimeout(timer);
    timer = setTimeout(remember, 300);
  });
  box.value = new URL(location.href).searchParams.get("name") || "";
  sift();
})();
