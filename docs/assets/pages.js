/* The pages of a timeline that has several: `1900-1909`, `1947`, `1947-05`, `1947-05-part-2`, `bce0044`. */

const MONTHS = 12;

/** First and last month of a page, counted from year 0; null for pages of other lanes and without years. */
export function span(path) {
  const name = path.replace(/\/$/, "").split("/").pop().replace(/-part-\d+$/, "");
  const match = name.match(/^((?:bce)?\d{4})(?:-((?:bce)?\d{4})|-(\d\d))?$/);
  if (!match) return null;
  const [, first, last, month] = match;
  const low = year(first) * MONTHS + (month ? Number(month) - 1 : 0);
  return [low, month ? low : year(last ?? first) * MONTHS + MONTHS - 1];
}

function year(words) {
  return words.startsWith("bce") ? 1 - Number(words.slice(3)) : Number(words);
}

function links() {
  return [...document.querySelectorAll(".d-contents a")].map((link) => [link, span(link.pathname)]).filter((each) => each[1]);
}

/** First and last year of this page; null where the timeline has one page, or this is another lane's. */
export function here() {
  const own = links().length ? span(location.pathname) : null;
  return own && own.map((month) => Math.floor(month / MONTHS));
}

/** Whether this page, or with `find` which page, has some of the years; "" is an open end. */
export function onPage(from, to, find = false) {
  const low = from ? Number(from) * MONTHS : -Infinity;
  const high = to ? Number(to) * MONTHS + MONTHS - 1 : Infinity;
  const some = ([first, last]) => first <= high && last >= low;
  if (find) return links().find((each) => some(each[1]))?.[0];
  const own = here() && span(location.pathname);
  return !own || some(own);
}

/** The page that holds a month. */
export function pageOf(wanted, month) {
  const at = wanted * MONTHS + month - 1;
  return links().find(([, [first, last]]) => first <= at && at <= last)?.[0];
}
