"use strict";

/** A list of rows of one height, of which only those near the window of its scroller are in the document. */
class WindowedList {
  /** `scroller` is the element that scrolls, `render(index)` makes the row, `key(index)` names it: a row with the same key
   *  and the same `version` is kept. */
  constructor(scroller, { render, key, rowHeight }) {
    this.scroller = scroller;
    this.render = render;
    this.key = key;
    this.rowHeight = rowHeight;
    this.count = 0;
    this.rows = new Map();
    this.canvas = el("div", { class: "windowed-canvas", role: "presentation" });
    scroller.append(this.canvas);
    scroller.addEventListener("scroll", () => this.schedule(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(scroller);
  }

  /** The rows have changed; `keeps` says that rows with a known key are as they were. */
  reset(rowCount, keeps = false) {
    this.count = rowCount;
    if (!keeps) {
      for (const row of this.rows.values()) row.remove();
      this.rows.clear();
    }
    this.canvas.style.blockSize = `${rowCount * this.height}px`;
    this.draw();
  }

  get height() { return this.rowHeight(); }

  schedule() {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw();
    });
  }

  draw() {
    const height = this.height;
    const visible = this.scroller.clientHeight;
    if (visible === 0) return;
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - WindowedList.margin);
    const last = Math.min(this.count, Math.ceil((this.scroller.scrollTop + visible) / height) + WindowedList.margin);
    const wanted = new Map();
    for (let index = first; index < last; index++) wanted.set(this.key(index), index);
    for (const [key, row] of this.rows) {
      if (wanted.has(key)) continue;
      row.remove();
      this.rows.delete(key);
    }
    let before = null;
    for (const [key, index] of wanted) {
      let row = this.rows.get(key);
      if (!row) {
        row = this.render(index);
        this.rows.set(key, row);
      }
      row.style.transform = `translateY(${index * height}px)`;
      const place = before ? before.nextSibling : this.canvas.firstChild;
      if (place !== row) this.canvas.insertBefore(row, place);
      before = row;
    }
  }

  /** Scrolls as little as shows the row. */
  reveal(index, isCentred = false) {
    const height = this.height;
    const top = index * height;
    const visible = this.scroller.clientHeight;
    if (isCentred) {
      if (top < this.scroller.scrollTop || top + height > this.scroller.scrollTop + visible) {
        this.scroller.scrollTop = top - visible / 3;
      }
    } else if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top + height > this.scroller.scrollTop + visible) this.scroller.scrollTop = top + height - visible;
    this.draw();
  }

  get isAtEnd() { return this.scroller.scrollTop + this.scroller.clientHeight >= this.scroller.scrollHeight - this.height; }

  scrollToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.draw();
  }
}

/** Rows kept above and below the window. */
WindowedList.margin = 12;
