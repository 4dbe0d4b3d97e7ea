/* Previews: a link with `data-peek` shows the words it leads to while it is pointed at or has the focus.

   Only text is taken from the other page, never markup. The link works without this script. */
(() => {
  "use strict";

  const WAIT = 250;
  const LONGEST = 600;
  const pages = new Map();
  let box = null;
  let link = null;
  let timer = 0;

  const page = (url) => {
    if (!pages.has(url)) {
      const read = fetch(url)
        .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(answer.status))))
        .then((html) => new DOMParser().parseFromString(html, "text/html"));
      read.catch(() => pages.delete(url));
      pages.set(url, read);
    }
    return pages.get(url);
  };

  const document_of = (target) => {
    const here = new URL(location.href);
    if (target.origin === here.origin && target.pathname === here.pathname) return Promise.resolve(document);
    return page(target.origin + target.pathname);
  };

  const words = (element, begins) => {
    const copy = element.cloneNode(true);
    for (const other of copy.querySelectorAll("[data-made], .headerlink, .d-hidden, script, style, svg")) other.remove();
    const whole = copy.textContent.replace(/\s+/g, " ").trim();
    const from = begins && whole.length > LONGEST ? Math.max(whole.indexOf(begins), 0) : 0;
    const text = (from ? "…" : "") + whole.slice(from);
    return text.length > LONGEST ? text.slice(0, text.lastIndexOf(" ", LONGEST)) + "…" : text;
  };

  const lines = (target, found, begins) => {
    const heading = found.querySelector("article h1");
    const title = heading && found !== document ? words(heading) : "";
    const named = target.hash ? found.getElementById(decodeURIComponent(target.hash.slice(1))) : null;
    if (named && named !== heading) return [title, words(named, begins)];
    const gist = found.querySelector(".d-gist, .d-subtitle, .d-opening");
    const parts = gist ? [...gist.querySelectorAll("p")] : [found.querySelector(".d-text p")];
    return [title, ...(parts.length ? parts : [gist]).filter(Boolean).map((part) => words(part))];
  };

  const close = () => {
    clearTimeout(timer);
    if (link) link.removeAttribute("aria-describedby");
    if (box) box.remove();
    box = link = null;
  };

  const place = (near) => {
    const rect = [...near.getClientRects()][0] || near.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(rect.left, room - box.offsetWidth - 8));
    const below = rect.bottom + 8;
    const fits = below + box.offsetHeight < window.innerHeight || rect.top < box.offsetHeight + 16;
    const base = (box.offsetParent || document.body).getBoundingClientRect();
    box.style.left = `${left - base.left}px`;
    box.style.top = `${(fits ? below : rect.top - box.offsetHeight - 8) - base.top}px`;
  };

  const open = async (near) => {
    const target = new URL(near.href);
    let found;
    try {
      found = lines(target, await document_of(target), near.dataset.peek).filter(Boolean);
    } catch {
      return;
    }
    if (link !== near || !found.length) return;
    const why = near.querySelector(".d-hidden");
    const elsewhere = target.pathname !== location.pathname;
    box = document.createElement("div");
    box.id = "d-peek";
    box.className = "d-peek";
    box.setAttribute("role", "tooltip");
    if (why) found.unshift(why.textContent);
    found.forEach((text, at) => {
      const line = document.createElement("p");
      line.textContent = text;
      if (why && at === 0) line.className = "d-reason";
      else if (elsewhere && at === (why ? 1 : 0)) line.className = "d-peek-title";
      box.append(line);
    });
    box.addEventListener("pointerleave", later);
    box.addEventListener("pointerenter", () => clearTimeout(timer));
    (near.closest("main") || document.body).append(box);
    near.setAttribute("aria-describedby", box.id);
    place(near);
  };

  const begin = (near, wait) => {
    if (near === link) {
      clearTimeout(timer);
      return;
    }
    close();
    link = near;
    timer = setTimeout(() => open(near), wait);
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(close, WAIT);
  };

  const peek = (event) => (event.target instanceof Element ? event.target.closest("a[data-peek]") : null);

  document.addEventListener("pointerover", (event) => {
    const near = event.pointerType === "touch" ? null : peek(event);
    if (near) begin(near, WAIT);
  });
  document.addEventListener("pointerout", (event) => {
    if (peek(event) && !(event.relatedTarget instanceof Element && event.relatedTarget.closest("a[data-peek]") === link)) later();
  });
  document.addEventListener("focusin", (event) => {
    const near = peek(event);
    if (near && near.matches(":focus-visible")) begin(near, WAIT);
    else if (link) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && link) close();
  });
  document.addEventListener("click", close);
})();
