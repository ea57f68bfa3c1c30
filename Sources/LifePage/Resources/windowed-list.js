"use strict";

/** A list of rows of one height, of which only those near the window of its scroller are in the document. Sizes and the
 *  place are kept here, so that drawing never has to ask the browser to lay the page out first. */
class WindowedList {
  /** `scroller` is the element that scrolls, `render(index)` makes a row, `key(index)` names it: a row whose name stays is
   *  kept. The height of a row is the style sheet's `--row-height`. */
  constructor(scroller, { render, key }) {
    this.scroller = scroller;
    this.render = render;
    this.key = key;
    this.count = 0;
    this.height = 30;
    this.visible = 0;
    this.top = 0;
    this.pending = null;
    this.rows = new Map();
    this.canvas = el("div", { class: "windowed-canvas", role: "presentation" });
    scroller.append(this.canvas);
    scroller.addEventListener("scroll", () => {
      this.top = scroller.scrollTop;
      this.draw();
    }, { passive: true });
    new ResizeObserver(() => this.measure()).observe(scroller);
  }

  measure() {
    const height = parseFloat(getComputedStyle(this.scroller).getPropertyValue("--row-height")) || 30;
    const visible = this.scroller.clientHeight;
    if (height === this.height && visible === this.visible) return;
    const first = this.top / this.height;
    this.height = height;
    this.visible = visible;
    this.size = null;
    this.reset(this.count, true);
    if (visible === 0) return;
    if (this.pending) this.reveal(...this.pending);
    else this.scrollTo(first * height);
  }

  /** How many rows there are now; all are made anew unless `keeps` says that a row with a known name is as it was. */
  reset(rowCount, keeps = false) {
    this.count = rowCount;
    if (!keeps) this.forget(() => true);
    const size = rowCount * this.height;
    if (this.size !== size) this.canvas.style.blockSize = `${size}px`;
    this.size = size;
    this.top = Math.max(0, Math.min(this.top, size - this.visible));
    this.draw();
  }

  /** Takes the rows away whose look has changed. */
  forget(isOld) {
    for (const [key, row] of this.rows) {
      if (!isOld(key, row)) continue;
      row.remove();
      this.rows.delete(key);
    }
  }

  draw() {
    if (this.visible === 0) return;
    const first = Math.max(0, Math.floor(this.top / this.height) - WindowedList.margin);
    const last = Math.min(this.count, Math.ceil((this.top + this.visible) / this.height) + WindowedList.margin);
    const wanted = new Map();
    for (let index = first; index < last; index++) wanted.set(this.key(index), index);
    this.forget((key) => !wanted.has(key));
    let before = null;
    for (const [key, index] of wanted) {
      let row = this.rows.get(key);
      if (!row) {
        row = this.render(index);
        this.rows.set(key, row);
      }
      if (row.place !== index * this.height) {
        row.place = index * this.height;
        row.style.transform = `translateY(${row.place}px)`;
      }
      const next = before ? before.nextSibling : this.canvas.firstChild;
      if (next !== row) this.canvas.insertBefore(row, next);
      before = row;
    }
  }

  /** Scrolls as little as shows the row; a row that was out of sight comes to rest near the middle if `isCentred`. */
  reveal(index, isCentred = false) {
    // Before it is measured, a list does not know what is in view.
    this.pending = this.visible === 0 ? [index, isCentred] : null;
    if (this.pending) return;
    const top = index * this.height;
    const bottom = top + this.height;
    if (top >= this.top && bottom <= this.top + this.visible) return;
    if (isCentred) this.scrollTo(top - this.visible / 3);
    else this.scrollTo(top < this.top ? top : bottom - this.visible);
  }

  scrollTo(top) {
    this.top = Math.max(0, Math.min(top, this.size - this.visible));
    this.draw();
    this.scroller.scrollTop = this.top;
  }

  isInView(index) { return (index + 1) * this.height > this.top && index * this.height < this.top + this.visible; }

  get page() { return Math.max(1, Math.floor(this.visible / this.height) - 1); }
}

/** Rows kept above and below the window. */
WindowedList.margin = 8;
