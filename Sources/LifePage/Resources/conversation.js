"use strict";

/** The messages of a life, by session, as far as they have been exchanged at the moment shown. */
class ConversationView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.moment = -1;
    this.messageCount = 0;
    this.sessions = [];
    this.views = [];
    this.near = new Set();
    this.touching = new Set();
    this.matched = new Map();
    this.found = 0;
    this.isPinned = true;
    this.top = 0;
    root.classList.add("panel");
    this.search = new SearchField({
      label: "Search in commands: address, data, status", placeholder: "Address, data, status", onSearch: () => this.filter(),
    });
    this.direction = el("select", { "aria-label": "Direction", onchange: () => this.filter() },
      el("option", { value: "" }, "Both directions"), el("option", { value: "server" }, "Server to device"), el("option", { value: "client" }, "Device to server"));
    this.refused = el("input", { type: "checkbox", onchange: () => this.filter() });
    this.touchBar = new TouchBar(app, (message, row) => this.reveal(this.views[message], row));
    this.empty = el("p", { class: "panel-empty" }, "No message has been exchanged yet.");
    this.list = el("div", { class: "sessions" });
    this.scroller = el("div", { class: "panel-scroller", role: "region", "aria-label": "Messages; the arrows up and down go from row to row", tabindex: "0" }, this.empty, this.list);
    fill(root,
      el("div", { class: "panel-tools" }, this.search.element, this.direction, el("label", { class: "check" }, this.refused, "Refused only"),
        el("span", { class: "tool-group" },
          el("button", { type: "button", class: "text-button", onclick: () => this.openAll(true) }, "Open all"),
          el("button", { type: "button", class: "text-button", onclick: () => this.openAll(false) }, "Close all"))),
      this.touchBar.element, this.scroller);
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { root: this.scroller, rootMargin: "500px" });
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.stay()).observe(this.list);
    app.addEventListener("selection", () => this.select());
    addEventListener("beforeprint", () => {
      for (const view of this.views) if (!view.element.hidden) view.draw();
    });
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    if (index !== this.index) this.restart(index);
    const isGrown = this.grow();
    if (!isGrown && this.moment === state.index && this.messageCount === state.messageCount) {
      if (this.isSelectionNew) this.select();
      return;
    }
    const from = Math.min(this.messageCount, state.messageCount);
    const to = Math.max(this.messageCount, state.messageCount);
    const moments = [Math.min(this.moment, state.index), Math.max(this.moment, state.index)];
    this.moment = state.index;
    this.messageCount = state.messageCount;
    const before = this.found;
    for (let n = from; n < to; n++) {
      if (this.isFiltering && n < this.messageCount) this.matchAgain(n);
      this.hide(n);
      this.found += (n < this.messageCount ? 1 : -1) * this.foundIn(n);
    }
    this.refreshAnswers(...moments);
    if (this.app.selection?.kind === "command") this.views[this.app.selection.message]?.lines.get(this.app.selection.row)?.refreshDetails();
    // Sessions come one after the other: those before the range have ended, those behind it are still to come.
    const first = Math.max(0, countUntil(this.index.sessions, moments[0]) - 2);
    const last = countUntil(this.index.sessions, moments[1]);
    for (let at = first; at < last; at++) this.sessions[at].update(state.index);
    setHidden(this.empty, state.messageCount > 0);
    if (this.found !== before) this.sayFound();
    if (isGrown || from !== to) this.showTouching();
    if (this.isSelectionNew) this.select();
  }

  restart(index) {
    this.index = index;
    this.moment = -1;
    this.messageCount = 0;
    this.sessions = [];
    this.views = [];
    this.near.clear();
    this.matched.clear();
    this.found = 0;
    this.observer.disconnect();
    fill(this.list);
    this.pin(true);
    this.isSelectionNew = this.app.selection !== null;
  }

  /** Takes what has come since; a message that is not yet shown is hidden. */
  grow() {
    let isGrown = false;
    for (; this.sessions.length < this.index.sessions.length; isGrown = true) {
      const view = new SessionView(this.index.sessions[this.sessions.length], this.index.head);
      this.sessions.push(view);
      this.list.append(view.element);
    }
    for (; this.views.length < this.index.messages.length; isGrown = true) {
      const entry = this.index.messages[this.views.length];
      const view = new MessageView(entry, this);
      setHidden(view.element, true);
      this.views.push(view);
      this.sessionOf(entry).add(view);
      this.observer.observe(view.element);
    }
    return isGrown;
  }

  sessionOf(entry) { return this.sessions[this.index.sessionsByNumber.get(entry.message.session).position]; }

  hide(n) {
    const view = this.views[n];
    if (view) setHidden(view.element, n >= this.messageCount || this.matchesOf(view.entry)?.size === 0);
  }

  /** Messages of which an answer came, or is now still to come, between two moments. */
  refreshAnswers(from, to) {
    const late = this.index.lateAnswers;
    const changed = new Set(late.slice(countUntil(late, from), countUntil(late, to)).map((answer) => answer.message));
    for (const n of changed) {
      const view = this.views[n];
      if (!view) continue;
      view.isStale = true;
      if (this.isFiltering && n < this.messageCount) {
        this.found += this.matchAgain(n);
        this.hide(n);
        this.sessionOf(view.entry).update(this.moment);
      }
      if (this.near.has(view)) view.refreshStatuses();
    }
  }

  // Near the window.

  seen(entries) {
    for (const entry of entries) {
      const { view } = entry.target;
      if (entry.isIntersecting) {
        this.near.add(view);
        if (view.isStale) view.refreshStatuses();
      } else {
        this.near.delete(view);
        view.undraw(entry.boundingClientRect.height);
      }
    }
    this.drawNear();
  }

  /** Makes the rows of messages near the window, the last ones first when the end is followed, for some milliseconds of each
   *  frame: dragging the time stays smooth, and the rows are there when the hand rests. */
  drawNear() {
    const start = performance.now();
    const waiting = [...this.near].filter((view) => view.isOpen && !view.isDrawn && !view.element.hidden);
    if (this.isPinned) waiting.sort((a, b) => b.entry.message.n - a.entry.message.n);
    for (const view of waiting) {
      if (performance.now() - start > 5) break;
      view.draw();
    }
    if (this.drawing || waiting.every((view) => view.isDrawn)) return;
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      this.drawNear();
    });
  }

  isNear(view) { return this.near.has(view); }

  /** Reading further up unpins, coming back to the end pins again. Heights that change move the place, too, but not up. */
  scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    if (scrollTop + clientHeight >= scrollHeight - 40) this.pin(true);
    else if (scrollTop < this.top - 2) this.pin(false);
    this.top = scrollTop;
  }

  pin(isPinned) {
    this.isPinned = isPinned;
    this.scroller.classList.toggle("pinned", isPinned);
  }

  /** Keeps the newest message in view, unless the reader has scrolled away. */
  stay() {
    if (!this.isPinned || isHidden(this.root)) return;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.top = this.scroller.scrollTop;
  }

  openAll(isOpen) {
    this.pin(false);
    for (const session of this.sessions) session.open(isOpen);
  }

  // Filter.

  get isFiltering() { return !this.search.isEmpty || this.refused.checked || this.direction.value !== ""; }

  filter() {
    this.matched.clear();
    this.found = 0;
    for (const view of this.views) {
      const matches = this.matchesOf(view.entry);
      if (view.entry.message.n < this.messageCount) this.found += matches?.size ?? 0;
      this.hide(view.entry.message.n);
      if (!matches || matches.size > 0) view.redraw();
    }
    for (const session of this.sessions) session.update(this.moment);
    this.sayFound();
  }

  sayFound() { this.search.say(this.isFiltering ? count(this.found, "row") : ""); }

  /** How many rows of message `n` the filter finds. */
  foundIn(n) { return this.matchesOf(this.views[n].entry)?.size ?? 0; }

  /** The answers that are known decide what is found in message `n`. Answers how many rows more that are than before. */
  matchAgain(n) {
    const view = this.views[n];
    const before = this.matched.get(view.entry);
    this.matched.delete(view.entry);
    const matches = this.matchesOf(view.entry);
    if (before && (matches.size !== before.size || [...matches].some((row) => !before.has(row)))) view.redraw();
    return matches.size - (before?.size ?? 0);
  }

  /** The rows of a message that the filter lets through; null when there is no filter. */
  matchesOf(entry) {
    if (!this.isFiltering) return null;
    let matches = this.matched.get(entry);
    if (matches) return matches;
    matches = new Set();
    this.matched.set(entry, matches);
    if (this.direction.value && this.direction.value !== entry.message.direction) return matches;
    const isWhole = this.search.isEmpty && !this.refused.checked;
    entry.message.rows.forEach((row, n) => {
      if (isWhole ? !MessageView.isFolded(row, entry.message) : this.isMatch(entry, row, n)) matches.add(n);
    });
    return matches;
  }

  isMatch(entry, row, n) {
    const status = this.index.statusAt(entry, n, this.moment)?.status;
    if (this.refused.checked && (status === undefined || row.name === "Status" || !isRefusal(status))) return false;
    if (this.search.isEmpty) return true;
    return this.search.matches(
      [row.name, row.id, row.target, row.data, row.originalError, row.rule, status && statusText(status)].join(" ").toLowerCase());
  }

  // Selection.

  select() {
    if (isHidden(this.root) || !this.index) {
      this.isSelectionNew = true;
      return;
    }
    this.isSelectionNew = false;
    const { selection } = this.app;
    this.showTouching();
    for (const view of this.views) view.markSelection();
    if (selection?.kind !== "command") return;
    const view = this.views[selection.message];
    if (!view) {
      // An address may name a message that is still to come.
      this.isSelectionNew = true;
      return;
    }
    if (selection.message >= this.messageCount) this.app.goTo(view.entry.step, true);
    this.reveal(view, selection.row ?? -1);
  }

  reveal(view, row) {
    if (this.matchesOf(view.entry) && !this.matchesOf(view.entry).has(row)) this.clearFilter();
    this.sessionOf(view.entry).open(true);
    this.pin(false);
    this.settle(view, row, 4);
  }

  /** Scrolls to a row. What is scrolled over gets its true height only then, so it takes some frames to come to rest. */
  settle(view, row, frames) {
    const line = row === null || row < 0 ? null : view.reveal(row);
    requestAnimationFrame(() => {
      (line?.element.isConnected ? line.element : view.element).scrollIntoView({ block: "nearest" });
      if (frames > 0) this.settle(view, row, frames - 1);
    });
  }

  clearFilter() {
    this.refused.checked = false;
    this.direction.value = "";
    this.search.clear();
    this.filter();
  }

  isTouching(message, row) { return this.touching.has(`${message}.${row}`); }

  showTouching() {
    const { selection } = this.app;
    const uri = selection?.kind === "node" ? selection.uri : null;
    const touching = uri ? this.index.commandsTouching(uri).filter((command) => command.message < this.messageCount) : [];
    this.touching = new Set(touching.map(({ message, row }) => `${message}.${row}`));
    this.touchBar.show(uri, touching);
  }

  // Arrows go from row to row.

  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, select, .xml-body")) return;
    const stops = [...this.list.querySelectorAll("button.session-toggle, button.message-toggle, button.command-line")]
      .filter((button) => button.checkVisibility ? button.checkVisibility() : button.offsetParent !== null);
    const at = stops.indexOf(event.target.closest("button"));
    const top = this.scroller.getBoundingClientRect().top + 40;
    const next = at < 0 ? stops.find((button) => button.getBoundingClientRect().top >= top) : stops[at + step];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.pin(false);
    next.focus();
  }
}
