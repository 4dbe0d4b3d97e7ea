/* The overview of a timeline: years are chosen by dragging over it, or with two sliders from the keyboard. */

export class Strip {
  /** `choose(from, to)` is told the years; a strip that only leads elsewhere needs no sliders to hold them. */
  constructor(place, choose, leading = false) {
    this.first = Number(place.dataset.first);
    this.last = Number(place.dataset.last);
    this.step = Number(place.dataset.step);
    this.choose = choose;
    this.plot = place.querySelector(".d-overview-plot");
    this.window = document.createElement("div");
    this.window.className = "d-overview-window";
    this.window.hidden = true;
    this.plot.append(this.window);
    const sliders = document.createElement("div");
    sliders.className = "d-overview-sliders";
    this.from = this.slider("First year", this.first, sliders);
    this.to = this.slider("Last year", this.last, sliders);
    if (!leading) this.plot.after(sliders);
    place.classList.add("d-overview-live");
    this.drag();
  }

  slider(words, value, place) {
    const made = document.createElement("input");
    made.type = "range";
    made.min = this.first;
    made.max = this.last;
    made.value = value;
    made.setAttribute("aria-label", words);
    made.setAttribute("aria-valuetext", named(value));
    made.addEventListener("input", () => {
      const [a, b] = [Number(this.from.value), Number(this.to.value)];
      if (a > b) (made === this.from ? this.to : this.from).value = made.value;
      this.tell(Number(this.from.value), Number(this.to.value));
    });
    place.append(made);
    return made;
  }

  /** Years at a place on the drawing. */
  at(event) {
    const box = this.plot.getBoundingClientRect();
    const part = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 0.9999);
    const low = this.first + Math.floor((part * (this.last - this.first + 1)) / this.step) * this.step;
    return [low, low + this.step - 1];
  }

  drag() {
    let start = null;
    this.plot.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      start = this.at(event);
      this.plot.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.plot.addEventListener("pointermove", (event) => {
      const here = this.at(event);
      this.plot.title = here[0] === here[1] ? named(here[0]) : `${named(here[0])} to ${named(here[1])}`;
      if (start) this.show(Math.min(start[0], here[0]), Math.max(start[1], here[1]));
    });
    this.plot.addEventListener("pointerup", (event) => {
      if (!start) return;
      const here = this.at(event);
      this.tell(Math.min(start[0], here[0]), Math.max(start[1], here[1]));
      start = null;
    });
    this.plot.addEventListener("pointercancel", () => (start = null));
  }

  tell(from, to) {
    this.choose(from <= this.first ? "" : String(from), to >= this.last ? "" : String(to));
  }

  /** Mark the years of this page. */
  stand(low, high) {
    const mark = document.createElement("div");
    mark.className = "d-overview-here";
    this.plot.prepend(mark);
    this.put(mark, Math.max(low, this.first), Math.min(high, this.last));
  }

  put(box, low, high) {
    const all = this.last - this.first + 1;
    box.style.left = `${((low - this.first) * 100) / all}%`;
    box.style.width = `${((high - low + 1) * 100) / all}%`;
  }

  /** Draw what is chosen; null or "" is an open end. */
  show(from, to) {
    const low = from ? Number(from) : this.first;
    const high = to ? Number(to) : this.last;
    this.window.hidden = low <= this.first && high >= this.last;
    this.put(this.window, low, high);
    this.from.value = low;
    this.to.value = high;
    this.from.setAttribute("aria-valuetext", named(low));
    this.to.setAttribute("aria-valuetext", named(high));
  }
}

function named(year) {
  return Number(year) > 0 ? String(year) : `${1 - year} BCE`;
}
