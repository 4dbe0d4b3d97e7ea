/* What a reader has chosen, kept in the address: `#source=…&q=…`. Any other hash is an anchor. */

export function read() {
  const hash = location.hash.slice(1);
  return new URLSearchParams(hash.includes("=") ? hash : "");
}

/** Write what is chosen into the address, without a step in the history; an anchor stays while nothing is chosen. */
export function write(chosen) {
  const wanted = chosen.toString();
  if (!wanted && !location.hash.includes("=")) return;
  history.replaceState(history.state, "", wanted ? `#${wanted}` : location.pathname + location.search);
}

/** Letters as one searches for them: without case and accents. */
export function folded(words) {
  return words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
}
