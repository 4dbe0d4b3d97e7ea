/* Copying: the address of a passage with a text fragment, and a quotation with what one must say of it. */

const WORDS = 5;

/** A fragment directive that finds the text: its first and last words when it is long. */
export function fragment(text) {
  const words = text.trim().split(/\s+/);
  const part = (some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D");
  return words.length <= 2 * WORDS
    ? `:~:text=${part(words)}`
    : `:~:text=${part(words.slice(0, WORDS))},${part(words.slice(-WORDS))}`;
}

/** The address of an element's page with its id and, where given, a text that the browser should find there. */
export function place(href, text = "") {
  const url = new URL(href, location.href);
  const hash = url.hash || (text ? "#" : "");
  url.hash = "";
  return url.href + hash + (text ? fragment(text) : "");
}

/** Text to the clipboard; says on the button what came of it. */
export async function copy(button, text) {
  const name = button.textContent;
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = byHand(text);
  }
  say(done ? "Copied" : "Copying was refused");
  button.textContent = done ? "Copied" : "Not copied";
  setTimeout(() => (button.textContent = name), 1600);
}

function byHand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "d-unseen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

/** A line for whoever listens to the page. */
export function say(words) {
  let line = document.getElementById("d-said-aloud");
  if (!line) {
    line = document.createElement("p");
    line.id = "d-said-aloud";
    line.className = "d-unseen";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = words;
}

/** “Words”, speaker, as quoted in: source. Address */
export function citation({ words, speaker, source, url }) {
  return `“${words}” — ${speaker ? `${speaker}, quoted in ` : ""}${source}. ${url}`;
}

export function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "d-button";
  made.textContent = words;
  made.addEventListener("click", () => act(made));
  return made;
}

/** An element's words without what is ours. */
export function ownWords(elements) {
  return Array.from(elements, (element) => {
    const twin = element.cloneNode(true);
    twin.querySelectorAll("[data-made], .headerlink, .d-noteref").forEach((mine) => mine.remove());
    return twin.textContent.replace(/\s+/g, " ").trim();
  }).join(" … ");
}
