"use strict";

/** One message of the conversation: a line that sums it up, its commands, its XML on demand. The rows are made when the message
 *  comes near the window, and taken away when it is filtered out. */
class MessageView {
  constructor(entry, conversation) {
    this.entry = entry;
    this.conversation = conversation;
    const { message } = entry;
    this.rows = message.rows ?? [];
    this.folded = this.rows.map((row) => MessageView.isFolded(row, message));
    const shown = this.folded.filter((folded) => !folded).length;
    this.isUnfolded = false;
    this.isDrawn = false;
    this.xml = null;
    this.xmlView = null;
    this.lines = new Map();
    this.summary = el("span", { class: "message-summary" });
    this.toggle = el("button", { type: "button", class: "message-toggle", "aria-expanded": "true", onclick: () => this.open(!this.isOpen) },
      el("span", { class: "message-direction" }, message.direction === "client" ? "Device to server" : "Server to device"), " ",
      el("span", { class: "message-number" }, "message ", safeNodes(String(message.messageID ?? message.message))), " ",
      this.summary);
    this.xmlButton = el("button", {
      type: "button", class: "text-button", "aria-expanded": "false", "aria-label": `XML of ${this.name}`, onclick: () => this.toggleXML(),
    }, "XML");
    this.body = el("div", { class: "message-body" });
    this.element = el("article", { class: ["message", message.direction], "aria-label": this.name },
      el("div", { class: "message-head" },
        el("h4", {}, this.toggle),
        el("span", { class: "message-meta" },
          el("span", {}, formatTime(message.t)), el("span", {}, sizeText(message.bytes)),
          message.encoding === "wbxml" && el("span", {}, "WBXML"),
          message.final === false && el("span", {}, "not final")),
        this.xmlButton),
      this.body);
    this.element.view = this;
    // A message without commands of its own says all in its summary.
    this.isOpen = shown > 0 || !message.wellFormed;
    setAttribute(this.toggle, "aria-expanded", String(this.isOpen));
    this.rowEstimate = this.isOpen ? shown + (shown < this.rows.length ? 1 : 0) : 0;
    this.element.style.setProperty("--rows", String(this.rowEstimate));
    setHidden(this.body, !this.isOpen);
    this.summarize();
  }

  get name() {
    const { message } = this.entry;
    return `message ${message.message} of session ${message.session}, ${message.direction === "client" ? "device to server" : "server to device"}`;
  }

  /** Statuses, results and what the device says of itself in each package 1 are seldom what somebody looks for. */
  static isFolded(row, message) {
    return row.name === "Status" || row.name === "Results"
      || (message.direction === "client" && row.name === "Replace" && /^\.\/devinfo\//i.test(row.uri ?? ""));
  }

  /** "6 commands, 1 refused, 5 statuses". */
  summarize() {
    const { message } = this.entry;
    if (message.wellFormed === false) {
      fill(this.summary, el("span", { class: "refused" }, "not a message"));
      return;
    }
    // A command with several Items has a row for each.
    const numberOf = (isCounted) => new Set(this.rows.map((row, n) => (isCounted(row, n) ? row.id ?? `row ${n}` : null)).filter((id) => id !== null)).size;
    const commands = numberOf((row, n) => !this.folded[n]);
    const refused = numberOf((row, n) => row.name !== "Status" && isRefusal(this.status(n)?.status ?? 200));
    const header = this.status(-1) ?? (message.headerStatus ? { status: message.headerStatus } : null);
    fill(this.summary,
      commands > 0 && el("span", {}, count(commands, "command")), " ",
      refused > 0 && el("span", { class: "refused" }, `${refused} refused`), " ",
      commands === 0 && el("span", {}, this.foldedText() || "empty"), " ",
      header && isRefusal(header.status) && el("span", { class: "refused" }, `header: ${statusText(header.status)}`));
  }

  /** "12 statuses, 2 results, 5 items of DevInfo". */
  foldedText() {
    const number = (name) => this.rows.filter((row, n) => this.folded[n] && row.name === name).length;
    return [
      number("Status") && count(number("Status"), "status", "statuses"), number("Results") && count(number("Results"), "result"),
      number("Replace") && `${count(number("Replace"), "item")} of DevInfo`,
    ].filter(Boolean).join(", ");
  }

  status(row) {
    if (row >= 0) return this.conversation.index.statusAt(this.entry, row, this.conversation.moment);
    const answer = this.entry.answers.get(-1);
    return answer && answer.step <= this.conversation.moment ? answer : null;
  }

  open(isOpen) {
    this.isOpen = isOpen;
    setAttribute(this.toggle, "aria-expanded", String(isOpen));
    setHidden(this.body, !isOpen);
    this.element.style.minBlockSize = "";
    if (isOpen) this.draw();
  }

  /** Makes the rows, if they are not there or no longer what is to be seen. */
  draw() {
    if (!this.isOpen || this.isDrawn) return;
    this.isDrawn = true;
    this.element.style.minBlockSize = "";
    this.lines.clear();
    const { message } = this.entry;
    if (message.wellFormed === false) {
      fill(this.body, el("p", { class: "message-error" }, safeNodes(message.error ?? "This is no message.")));
      return;
    }
    const matching = this.conversation.matchesOf(this.entry);
    const isShown = (n) => (matching ? matching.has(n) : this.isUnfolded || !this.folded[n]);
    const list = el("ol", { class: "commands" });
    this.rows.forEach((row, n) => {
      if (!isShown(n)) return;
      const line = new CommandLine(this, n);
      this.lines.set(n, line);
      list.append(line.element);
    });
    fill(this.body, !matching && this.foldButton(), list);
  }

  foldButton() {
    const text = this.foldedText();
    if (!text) return null;
    return el("button", {
      type: "button", class: "text-button fold", "aria-expanded": String(this.isUnfolded),
      onclick: () => {
        this.isUnfolded = !this.isUnfolded;
        this.redraw();
        this.body.querySelector(".fold")?.focus();
      },
    }, this.isUnfolded ? `Hide ${text}` : `Show ${text}`);
  }

  /** What is to be seen has changed. */
  redraw() {
    this.isDrawn = false;
    this.lines.clear();
    fill(this.body);
    if (this.conversation.isNear(this)) this.draw();
  }

  get isSelected() {
    const { selection } = this.conversation.app;
    return selection?.kind === "command" && selection.message === this.entry.message.n;
  }

  /** Takes the rows away again, far from the window; the message keeps its `height`. */
  undraw(height) {
    if (!this.isDrawn || this.isSelected || this.element.contains(document.activeElement)) return;
    this.isDrawn = false;
    this.lines.clear();
    this.element.style.minBlockSize = height > 0 ? `${height}px` : "";
    fill(this.body);
  }

  /** Later answers have come or, back in time, have not. */
  refreshStatuses() {
    this.isStale = false;
    this.summarize();
    for (const line of this.lines.values()) line.refreshStatus();
  }

  markSelection() {
    for (const line of this.lines.values()) line.markSelection();
  }

  /** Shows the row, wherever it is hidden, and answers its line. */
  reveal(row) {
    this.open(true);
    if (this.folded[row] && !this.isUnfolded) {
      this.isUnfolded = true;
      this.redraw();
    }
    this.draw();
    return this.lines.get(row) ?? null;
  }

  async toggleXML() {
    if (this.xml) {
      this.xml.remove();
      this.xml = null;
      this.xmlView?.close();
      this.xmlView = null;
      this.xmlButton.setAttribute("aria-expanded", "false");
      return;
    }
    this.xmlButton.setAttribute("aria-expanded", "true");
    const place = el("div", { class: "message-xml" }, el("p", { class: "quiet", role: "status" }, "Loading"));
    this.xml = place;
    this.element.append(place);
    try {
      const xml = await this.conversation.app.fetchXML(this.entry.message.n);
      if (xml === null || xml === undefined) throw new Error("The XML of this message is not in the report: there was too much of it, or secrets in it could not be told apart.");
      if (this.xml !== place) return;
      this.conversation.pin(false);
      this.xmlView = new XMLView(xml, this.name);
      fill(place, this.xmlView.element);
      // Below many commands it would open where nobody sees it.
      place.scrollIntoView({ block: "nearest" });
    } catch (fault) {
      fill(place, el("p", { class: "message-error", role: "alert" }, safeNodes(fault.message), fault.hint && [" ", safeNodes(fault.hint)]));
    }
  }
}
