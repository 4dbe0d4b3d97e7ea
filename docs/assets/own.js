/* What only some pages need is fetched by those pages alone. */

const OWN = {
  '[data-tools="timeline"]': "./timeline.js",
  '[data-tools^="quotes"]': "./quotes.js",
  '[data-tools="names"]': "./names.js",
  '[data-tools="compare"]': "./sift.js",
  ".d-ties": "./compare.js",
  ".d-tools": "./reading.js",
  "a.d-noteref": "./notes.js",
  ".d-text": "./passage.js",
  "a.d-by": "./speaker.js",
  ".d-cite": "./cite.js",
  "a.d-find-open": "./search.js",
};

for (const [what, script] of Object.entries(OWN)) if (document.querySelector(what)) import(script);
if (new URLSearchParams(location.search).has("find")) import("./arrive.js");
