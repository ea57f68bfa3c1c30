"use strict";

/** The event log up to the moment shown: one line each, with filters; a line leads to its moment. */
class EventsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.lines = [];
    this.found = [];
    this.taken = 0;
    this.isPinned = true;
    root.classList.add("panel");
    this.search = new SearchField({ label: "Search in events", placeholder: "Search in events", onSearch: () => this.filter() });
    this.kind = el("select", { "aria-label": "Kind of event", onchange: () => this.filter() },
      el("option", { value: "" }, "All kinds"), [...new Set(Object.values(eventKinds)), "Other"].map((kind) => el("option", { value: kind }, kind)));
    this.total = el("span", { class: "quiet" });
    this.scroller = el("div", { class: "panel-scroller events", role: "list", "aria-label": "Events", tabindex: "0" });
    this.empty = el("p", { class: "panel-empty" }, "Nothing has happened yet.");
    fill(root, el("div", { class: "panel-tools" }, this.search.element, this.kind, this.total), this.empty, this.scroller);
    this.list = new WindowedList(this.scroller, {
      render: (at) => this.line(this.found[at], at), key: (at) => this.found[at],
    });
    this.scroller.addEventListener("scroll", () => { this.isPinned = this.list.isAtEnd; }, { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.key(event));
    app.addEventListener("selection", () => {
      this.list.reset(this.list.count);
    });
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    if (isAnother) {
      [this.index, this.lines, this.found, this.taken, this.isPinned] = [index, [], [], 0, true];
      this.list.reset(0);
    }
    const shown = countUntil(index.events, state.index);
    if (shown === this.shown && state.index === this.moment && !isAnother) return;
    this.moment = state.index;
    this.shown = shown;
    this.take(shown);
    this.draw();
  }

  /** Looks at events once, up to `shown`; whether a filter lets one through is asked once, too. */
  take(shown) {
    for (; this.taken < shown; this.taken++) {
      const { event } = this.index.events[this.taken];
      this.lines.push({ ...eventWords(event, this.index.head), kind: eventKind(event) });
      if (this.isMatch(this.taken)) this.found.push(this.taken);
    }
  }

  isMatch(at) {
    const line = this.lines[at];
    if (this.kind.value && this.kind.value !== line.kind) return false;
    if (this.search.isEmpty) return true;
    line.searched ??= `${line.text} ${this.index.events[at].event.type}`.toLowerCase();
    return this.search.matches(line.searched);
  }

  filter() {
    this.found = [];
    for (let at = 0; at < this.taken; at++) if (this.isMatch(at)) this.found.push(at);
    this.isPinned = true;
    this.list.reset(0);
    this.draw();
    this.search.say(this.search.isEmpty ? "" : count(this.visible, "event"));
  }

  draw() {
    this.visible = countUntil(this.found, this.shown - 1, (at) => at);
    // Of the rows that stay, only those of the moment's own step look different.
    for (const [at, row] of this.list.rows) {
      const isNow = this.index.events[at].step === this.moment;
      row.classList.toggle("now", isNow);
    }
    setHidden(this.empty, this.visible > 0);
    setText(this.empty, this.shown > 0 ? "No event is like that." : "Nothing has happened yet.");
    setText(this.total, count(this.visible, "event"));
    if (this.isPinned) this.list.top = Infinity;
    this.list.reset(this.visible, true);
    if (this.isPinned) this.list.scrollToEnd();
  }

  line(at, position) {
    const { event, step } = this.index.events[at];
    const { text, tone, kind } = this.lines[at];
    const isMarked = this.isAbout(event);
    return el("div", { class: ["event-row", step === this.moment && "now", isMarked && "touched"], role: "listitem", "data-tone": tone, "aria-setsize": String(this.visible), "aria-posinset": String(position + 1) },
      el("button", { type: "button", class: "event-line", tabindex: "-1", title: text, onclick: () => this.choose(event, step) },
        el("span", { class: "event-time" }, formatTime(event.t)), el("span", { class: "event-kind" }, kind), el("bdi", { class: "event-text" }, text)));
  }

  /** Goes to the moment of an event and selects what it is about. */
  choose(event, step) {
    this.isPinned = false;
    if (event.type === "commandAnswered") this.app.select(this.commandOf(event, step) ?? this.app.selection);
    else if (event.type === "nodeWritten") this.app.select({ kind: "node", uri: event.uri });
    else if (event.type === "app" || event.type === "enforcement") this.app.select(appSelection(event.id, this.index));
    else if (["package", "installation", "certificate"].includes(event.type)) this.app.select(appSelection(event.uri, this.index));
    this.app.goTo(step, true);
  }

  commandOf(event, step) {
    for (const message of [...this.index.messages].reverse()) {
      if (!message || message.step > step || message.message.direction !== "server") continue;
      const row = message.message.rows.findIndex((row) => row.id === event.commandID && row.name === event.command && (!event.target || row.target === event.target));
      if (row >= 0) return { kind: "command", message: message.message.n, row };
      if (message.step < step - 1) return null;
    }
    return null;
  }

  isAbout(event) {
    const { selection } = this.app;
    if (selection?.kind === "node") return event.uri?.toLowerCase() === selection.uri.toLowerCase();
    if (selection?.kind === "app") return event.id === selection.id || event.uri === selection.id || (event.type === "script" && "script " + event.name === selection.id);
    return false;
  }

  /** Arrows go from line to line. */
  key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: this.list.page, PageUp: -this.list.page, Home: -Infinity, End: Infinity }[event.key];
    if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = [...this.list.rows];
    const focused = buttons.find(([, row]) => row.contains(document.activeElement));
    const at = focused ? this.found.indexOf(focused[0]) : by > 0 ? -1 : this.visible;
    const next = Math.max(0, Math.min(this.visible - 1, at + by));
    event.preventDefault();
    event.stopPropagation();
    this.isPinned = false;
    this.list.reveal(next);
    this.list.rows.get(this.found[next])?.querySelector("button").focus();
  }
}
