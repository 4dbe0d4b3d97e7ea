/* Two sources side by side: the table of passages becomes two columns of whole texts, tied by lines.

   Each line has a button at both ends. Enter, or the arrow towards the other column, follows the line; up and down go
   to the next passage of the same column. Without this script, or on a narrow screen, the table says the same. */
(() => {
  "use strict";

  const table = document.querySelector(".d-ties table");
  if (!table || !matchMedia("(min-width: 60em)").matches) return;

  const place = document.querySelector(".d-place");
  const EDGE = 16;
  const STEP = 28;
  const QUEUE = 4;
  const SKIPPED = "[data-made], .headerlink, script, style";
  const squeeze = (text) => text.replace(/\s+/g, " ");
  const sides = [...table.querySelectorAll("th .d-side")];
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => {
    const ends = [row.cells[0], row.cells[2]].map((cell) => ({
      anchor: decodeURIComponent(new URL(cell.querySelector(".d-goto").href).hash.slice(1)),
      words: passage(cell.querySelector(".d-line")),
    }));
    const sign = row.querySelector(".d-tie");
    const kind = [...sign.classList].find((name) => name.startsWith("d-tie-")) || "";
    return { ends, kind: kind.slice(6), reason: row.querySelector(".d-reason").textContent, id: sign.id };
  });

  function passage(line) {
    const meant = line.querySelector(".d-meant") || line;
    return squeeze(meant.textContent).trim().replace(/^…|…$/g, "");
  }

  const make = (name, kind, text) => {
    const element = document.createElement(name);
    element.className = kind;
    if (text) element.textContent = text;
    return element;
  };

  /* The text of a source's page, without what is ours, without links to tab through, with ids of its own. */
  const fetched = async (link, side) => {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(`${link.href}: ${answer.status}`);
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    const text = make("div", "d-reader-text");
    for (const part of found.querySelectorAll("article .d-text, article .d-apart, article .d-notes")) {
      text.append(document.importNode(part, true));
    }
    for (const other of text.querySelectorAll(SKIPPED)) other.remove();
    for (const other of text.querySelectorAll("a")) other.replaceWith(...other.childNodes);
    // Notes stand under their text here, in no margin of a page.
    for (const other of text.querySelectorAll(".d-notes, .d-foot")) other.className = "d-reader-note";
    for (const other of text.querySelectorAll("[tabindex]")) other.removeAttribute("tabindex");
    for (const other of text.querySelectorAll("[id]")) other.id = `side-${side}-${other.id}`;
    text.normalize();
    return text;
  };

  /* Where in a block some words stand. */
  const range = (block, words) => {
    const all = document.createRange();
    all.selectNodeContents(block);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    const places = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      [...node.data].reduce((at, char) => {
        const blank = /\s/.test(char);
        if (!blank || !text.endsWith(" ")) {
          for (let unit = 0; unit < char.length; unit += 1) places.push([node, at + unit]);
          text += blank ? " " : char;
        }
        return at + char.length;
      }, 0);
    }
    const start = words ? text.indexOf(words) : -1;
    if (start < 0) return all;
    const exact = document.createRange();
    const [first, from] = places[start];
    const [last, until] = places[start + words.length - 1];
    exact.setStart(first, from);
    exact.setEnd(last, until + 1);
    return exact;
  };

  const build = async () => {
    const texts = await Promise.all(sides.map(fetched));
    const reader = make("section", "d-reader");
    reader.setAttribute("aria-label", "The two texts side by side");
    const heads = sides.map((side) => {
      const head = make("p", "d-reader-head");
      const link = document.createElement("a");
      link.href = side.href;
      link.textContent = side.textContent;
      head.append(link);
      return head;
    });
    const columns = texts.map((text, side) => {
      const column = make("div", "d-reader-column");
      column.tabIndex = 0;
      column.setAttribute("role", "region");
      column.setAttribute("aria-label", sides[side].textContent);
      column.append(text);
      return column;
    });
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.setAttribute("class", "d-reader-lines");
    drawing.setAttribute("aria-hidden", "true");
    const ends = make("div", "d-reader-ends");
    ends.setAttribute("role", "group");
    ends.setAttribute("aria-label", "Passages that belong together");
    const why = make("p", "d-reader-why", "Choose a number, or press Tab, to follow a line from one text to the other.");
    why.setAttribute("role", "status");
    reader.append(...heads, drawing, ends, ...columns, why);

    const ties = rows
      .map((row, at) => {
        const spans = row.ends.map((end, side) => {
          const block = texts[side].querySelector(`#${CSS.escape(`side-${side}-${end.anchor}`)}`);
          return block ? range(block, end.words) : null;
        });
        const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
        line.dataset.kind = row.kind;
        const buttons = sides.map((side, from) => {
          const button = make("button", `d-tie d-tie-${row.kind}`, String(at + 1));
          const there = sides[1 - from].dataset.short || sides[1 - from].textContent;
          button.type = "button";
          button.dataset.side = String(from);
          button.setAttribute("aria-label", `${at + 1} of ${rows.length}, ${row.reason}: follow to ${there}`);
          return button;
        });
        return { ...row, number: at, spans, line, buttons, y: [0, 0], away: [false, false] };
      })
      .filter((tie) => tie.spans.every(Boolean));
    if (!ties.length) throw new Error("no passage of the table was found in the texts");
    drawing.append(...ties.map((tie) => tie.line));
    const orders = [0, 1].map((side) =>
      [...ties].sort((a, b) => a.spans[side].compareBoundaryPoints(Range.START_TO_START, b.spans[side])),
    );
    ends.append(...orders.flatMap((order, side) => order.map((tie) => tie.buttons[side])));
    place.append(reader);

    const middle = (tie, side) => {
      const box = tie.spans[side].getBoundingClientRect();
      return box.top + Math.min(box.height, 24) / 2 - columns[side].getBoundingClientRect().top;
    };

    /* Buttons stand beside their passages; those of passages out of sight wait at the edge, the nearest few of them. */
    const stand = (side, height) => {
      const used = [];
      const waiting = { above: [], below: [] };
      const put = (tie, y, where) => {
        tie.y[side] = y;
        tie.away[side] = where !== "";
        const button = tie.buttons[side];
        button.style.top = `${y - 15}px`;
        button.classList.toggle("d-away", where !== "");
        button.classList.toggle("d-far", where === "far");
        if (where !== "far") used.push(y);
      };
      for (const tie of orders[side]) {
        let y = middle(tie, side);
        if (y < EDGE) waiting.above.push(tie);
        else if (y > height - EDGE) waiting.below.push(tie);
        else {
          while (used.some((other) => Math.abs(other - y) < STEP)) y += STEP;
          put(tie, y, "");
        }
      }
      const queue = (nearest, from, step) => {
        const last = Math.min(nearest.length, QUEUE) - 1;
        nearest.forEach((tie, at) => {
          const y = from + step * Math.max(last - at, 0);
          const free = at < QUEUE && !used.some((other) => Math.abs(other - y) < STEP);
          put(tie, free ? y : from, free ? "away" : "far");
        });
      };
      queue(waiting.above.reverse(), EDGE, STEP);
      queue(waiting.below, height - EDGE, -STEP);
    };

    const draw = () => {
      const width = drawing.clientWidth;
      const height = drawing.clientHeight;
      for (const side of [0, 1]) stand(side, height);
      for (const tie of ties) {
        const [a, b] = tie.y;
        const [left, right] = [34, width - 34];
        tie.line.setAttribute("d", `M${left} ${a} C${width / 2} ${a} ${width / 2} ${b} ${right} ${b}`);
        tie.line.style.display = tie.away[0] && tie.away[1] ? "none" : "";
      }
    };

    const mark = (chosen) => {
      for (const tie of ties) {
        const on = tie === chosen;
        tie.line.classList.toggle("d-on", on);
        for (const button of tie.buttons) button.classList.toggle("d-on", on);
      }
      if (!("highlights" in CSS)) return;
      CSS.highlights.set("d-tied", new Highlight(...ties.flatMap((tie) => tie.spans)));
      CSS.highlights.set("d-tied-on", new Highlight(...(chosen ? chosen.spans : [])));
    };

    /* Bring both passages of a tie to one height. */
    const align = (tie) => {
      const level = columns[0].clientHeight / 3;
      columns.forEach((column, side) => {
        column.scrollTop += middle(tie, side) - level;
      });
      mark(tie);
      why.textContent = `${tie.number + 1} of ${rows.length}: ${tie.reason}`;
      draw();
    };

    const go = (tie, side) => {
      tie.buttons[side].focus({ preventScroll: true });
      align(tie);
    };

    for (const tie of ties) {
      tie.buttons.forEach((button, side) => {
        button.addEventListener("focus", () => {
          if (button.matches(":focus-visible")) align(tie);
        });
        button.addEventListener("click", () => go(tie, 1 - side));
        button.addEventListener("keydown", (event) => {
          const order = orders[side];
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          const across = { ArrowRight: 0, ArrowLeft: 1 }[event.key];
          if (step) {
            const next = order[order.indexOf(tie) + step];
            if (next) go(next, side);
          } else if (across === side) go(tie, 1 - side);
          else return;
          event.preventDefault();
        });
      });
    }
    for (const column of columns) column.addEventListener("scroll", () => requestAnimationFrame(draw), { passive: true });
    addEventListener("resize", draw);
    mark(null);
    draw();
    const wanted = ties.find((tie) => location.hash === `#${tie.id}`);
    if (wanted) align(wanted);
  };

  /* Where the pages cannot be read, as from a file, the table stays as it is. */
  build().catch(() => place.remove());
})();
