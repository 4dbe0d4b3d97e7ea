/* The switch of a source's page: plain reading, or its names, dates and quotations brought out. The choice is kept. */

const KEY = "dossier.reading";
const root = document.documentElement;
const tools = document.querySelector(".d-tools");

if (tools) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "d-switch";
  made.textContent = "Names, dates, quotations";
  made.title = "Bring out what is marked in the text";
  made.addEventListener("click", () => {
    const annotated = root.dataset.reading !== "annotated";
    show(made, annotated);
    keep(annotated);
  });
  show(made, kept());
  tools.append(made);
}

/** Set the page and the switch to one of the two ways of reading. */
function show(button, annotated) {
  root.dataset.reading = annotated ? "annotated" : "plain";
  button.setAttribute("aria-pressed", String(annotated));
}

/** What was chosen on this site before; a browser that keeps nothing reads plainly. */
function kept() {
  try {
    return localStorage.getItem(KEY) === "annotated";
  } catch {
    return false;
  }
}

function keep(annotated) {
  try {
    localStorage.setItem(KEY, annotated ? "annotated" : "plain");
  } catch {
    // Storage is off: the choice holds for this page.
  }
}
