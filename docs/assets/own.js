/* What only some pages need is fetched by those pages alone. */

const OWN = {
  '[data-tools="timeline"]': "./timeline.js",
  '[data-tools^="quotes"]': "./quotes.js",
  '[data-tools="names"]': "./names.js",
  '[data-tools="compare"]': "./sift.js",
  ".d-ties": "./compare.js",
  ".d-cite": "./cite.js",
};

for (const [what, script] of Object.entries(OWN)) if (document.querySelector(what)) import(script);
