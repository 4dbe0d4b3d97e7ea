/* Coming from the search, the words that were found are marked in the passage: `?find=europe+security#b-12`. */

const wanted = new URLSearchParams(location.search).get("find");

if (wanted) {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const block = place?.closest(".seed") ?? place;
  const words = wanted.split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (block && words.length) mark(block, new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|")})(?![\\p{L}\\p{N}])`, "giu"));
  history.replaceState(null, "", location.pathname + location.hash);
}

function mark(block, pattern) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("[data-made], .headerlink") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    for (const found of [...node.data.matchAll(pattern)].reverse()) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const made = document.createElement("mark");
      made.className = "d-found";
      range.surroundContents(made);
    }
  }
}
