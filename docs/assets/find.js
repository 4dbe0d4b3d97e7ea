/* Asks Pagefind's index and turns its answers, which are pages, into passages: a quotation with its speaker, a name, a
   paragraph. Nothing of the index is fetched before the first question. */

export const ROOT = new URL("../", import.meta.url);
const AROUND = [9, 17];
const BLOCK = /^(p|h[1-6]|li|dd|dt|td|tr|blockquote|pre|div|section|figcaption)$/;
const PER_PAGE = 3;
const KINDS = { sources: "Source", names: "Name", about: "About" };
let engine;

/** The index, opened once. */
export function ready() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT)).then(async (pagefind) => {
    await pagefind.options({ basePath: new URL("pagefind/", ROOT).pathname, baseUrl: ROOT.pathname });
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

/** The pages that hold the words, the best first; each is fetched by its `data`. */
export async function find(words) {
  return (await (await ready()).search(words)).results;
}

/** One answer as the list shows it: what it is, its title, its address, and its passages. */
export function answer(page) {
  const address = new URL(page.url, ROOT);
  const section = address.pathname.slice(ROOT.pathname.length).split("/")[0];
  const words = page.content.split(/\s+/);
  const hits = new Set(page.locations);
  const found = new Map();
  const ranked = [...page.weighted_locations].sort((a, b) => b.balanced_score - a.balanced_score || a.location - b.location);
  for (const { location } of ranked) {
    const place = holder(page.anchors, location);
    if (!found.has(place.id) && found.size < PER_PAGE) {
      found.set(place.id, passage(place, location, words, hits, address, section));
    }
  }
  const title = page.meta.title ?? address.pathname;
  return { kind: KINDS[section] ?? "Page", title, href: address.href, passages: [...found.values()] };
}

/** The block that holds a word, and the quotation, if it stands in one. */
function holder(anchors, at) {
  let block = { id: "", location: 0 };
  let quotation;
  let end = Infinity;
  for (const each of anchors) {
    if (each.location > at) {
      if (BLOCK.test(each.element)) {
        end = each.location;
        break;
      }
    } else if (BLOCK.test(each.element)) [block, quotation] = [each, undefined];
    else if (each.id.startsWith("q-") && at < each.location + each.text.split(/\s+/).length) quotation = each;
  }
  const [id, speaker] = quotation?.id.split("|") ?? [block.id];
  return { id, start: block.location, end, quotation: Boolean(quotation), speaker: speaker && decodeURIComponent(speaker) };
}

function passage(place, at, words, hits, address, section) {
  const from = Math.max(place.start, at - AROUND[0]);
  const to = Math.min(place.end, words.length, at + AROUND[1]);
  const parts = words.slice(from, to).map((word, n) => ({ word, hit: hits.has(from + n) }));
  const near = new Set(parts.filter((part) => part.hit).map((part) => part.word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")));
  const link = new URL(address);
  if (section === "sources") link.searchParams.set("find", [...near].join(" "));
  link.hash = place.id;
  const label = place.quotation ? ["Quotation", place.speaker].filter(Boolean).join(": ") : "";
  return { label, parts, href: link.href, cut: [from > place.start, to < Math.min(place.end, words.length)] };
}
