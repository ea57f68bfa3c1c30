"use strict";

/** The event log, one line each, with filters; a line leads to its moment. Events later than the moment shown are there, too,
 *  and look it: so the log leads forward again. */
class EventsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.lines = [];
    this.found = [];
    this.taken = 0;
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
      [this.index, this.lines, this.found, this.taken, this.position] = [index, [], [], 0, -1];
      this.list.reset(0);
    }
    if (this.taken === index.events.length && state.index === this.moment && !isAnother) return;
    this.moment = state.index;
    this.take();
    this.draw();
  }

  /** Looks at events once; whether a filter lets one through is asked once, too. */
  take() {
    for (; this.taken < this.index.events.length; this.taken++) {
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
    this.position = -1;
    this.list.reset(0);
    this.draw();
    this.search.say(this.search.isEmpty ? "" : count(this.found.length, "event"));
  }

  /** Rows stay as they are but for what they are to the moment. The last event that has happened is kept in view, unless the
   *  reader has scrolled away from it. */
  draw() {
    const happened = countUntil(this.found, this.moment, (at) => this.index.events[at].step);
    const isFollowed = this.position < 0 || this.list.isInView(this.position);
    this.position = Math.max(0, happened - 1);
    for (const [at, row] of this.list.rows) this.place(row, at);
    setHidden(this.empty, this.found.length > 0);
    setText(this.empty, this.taken > 0 ? "No event is like that." : "Nothing has happened yet.");
    setText(this.total, happened === this.found.length ? count(happened, "event") : `${happened.toLocaleString("en")} of ${count(this.found.length, "event")} so far`);
    this.list.reset(this.found.length, true);
    if (isFollowed) this.list.reveal(this.position, true);
  }

  place(row, at) {
    const { step } = this.index.events[at];
    row.classList.toggle("now", step === this.moment);
    row.classList.toggle("later", step > this.moment);
    setAttribute(row.firstChild, "aria-current", step === this.moment ? "step" : null);
    setText(row.later, step > this.moment ? "later, " : "");
  }

  line(at, position) {
    const { event, step } = this.index.events[at];
    const { text, tone, kind } = this.lines[at];
    const later = el("span", { class: "off-screen" });
    const row = el("div", { class: ["event-row", this.isAbout(event) && "touched"], role: "listitem", "data-tone": tone, "aria-setsize": String(this.found.length), "aria-posinset": String(position + 1) },
      el("button", { type: "button", class: "event-line", tabindex: "-1", title: text, onclick: () => this.choose(event, step) },
        later, el("span", { class: "event-time" }, formatTime(event.t)), " ", el("span", { class: "event-kind" }, kind), " ", el("bdi", { class: "event-text" }, text)));
    row.later = later;
    this.place(row, at);
    return row;
  }

  /** Goes to the moment of an event and selects what it is about. */
  choose(event, step) {
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
    const at = focused ? this.found.indexOf(focused[0]) : this.position - Math.sign(by);
    const next = Math.max(0, Math.min(this.found.length - 1, at + by));
    event.preventDefault();
    event.stopPropagation();
    this.list.reveal(next);
    this.list.rows.get(this.found[next])?.querySelector("button").focus();
  }
}
