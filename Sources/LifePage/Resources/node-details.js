"use strict";

/** All that is known of one node at the moment shown: its value, what the catalogue says of it, what happened to it. */
class NodeDetails {
  constructor(app) {
    this.app = app;
    this.uri = null;
    this.shown = null;
    this.element = el("section", { class: "node-details", "aria-label": "Node", tabindex: "-1" });
    this.isLong = false;
    this.drawEmpty();
  }

  drawEmpty() {
    fill(this.element, el("p", { class: "panel-empty" }, "Choose a node to see its value, its history and the commands that touched it."));
  }

  show(uri) {
    if (this.uri !== uri) this.isLong = false;
    this.uri = uri;
    this.draw();
  }

  update(state, timeline, index) {
    [this.state, this.timeline, this.index] = [state, timeline, index];
    this.draw();
  }

  draw() {
    if (!this.state) return;
    setAttribute(this.element, "data-empty", this.uri === null ? "" : null);
    if (this.uri === null) {
      if (this.shown !== null) this.drawEmpty();
      this.shown = null;
      return;
    }
    const entry = this.state.tree.get(this.uri) ?? this.caseless(this.uri);
    const changes = this.changes();
    const commands = this.index.commandsTouching(this.uri);
    const happened = commands.filter((command) => command.message < this.state.messageCount).length;
    const isBranch = this.isBranch();
    // Drawn anew only when something that is seen differs, so that a reader's place and focus stay.
    const shown = [this.uri, entry?.value, entry?.writer, entry?.facts, changes.length, countUntil(changes, this.state.index), happened, this.isLong, isBranch && this.state.index].join("\u0000");
    if (shown === this.shown) return;
    this.shown = shown;
    const cut = this.uri.lastIndexOf("/");
    fill(this.element,
      el("div", { class: "node-head" },
        el("h3", {}, el("bdi", {}, safeNodes(nodeName(this.uri.slice(cut + 1))))),
        el("button", { type: "button", class: "text-button", "aria-label": "Close the node", onclick: () => this.app.select(null) }, "Close")),
      el("p", { class: "node-address" }, el("bdi", { class: "address-whole" }, safeNodes(this.uri)), " ", copyButton(this.uri, "Copy", "Copy the address")),
      this.value(entry, changes),
      this.facts(entry),
      isBranch ? this.below() : this.history(changes),
      isBranch && happened === 0 ? null : this.commands(commands, happened));
  }

  isBranch() {
    const below = this.uri.toLowerCase() + "/";
    for (const address of this.state.tree.keys()) if (address.toLowerCase().startsWith(below)) return true;
    return false;
  }

  /** An interior node has no history of its own; what is below it has. */
  below() {
    const prefix = this.uri.toLowerCase() + "/";
    const nodes = [...this.state.tree.keys()].filter((address) => address.toLowerCase().startsWith(prefix));
    const changes = [];
    let commands = 0;
    for (const [address, history] of this.index.history) {
      if (!address.startsWith(prefix)) continue;
      for (const change of history) if (change.step <= this.state.index) changes.push({ address, change });
    }
    for (const [address, list] of this.index.commandsByAddress) {
      if (address.startsWith(prefix)) commands += countUntil(list, this.state.messageCount - 1, (command) => command.message);
    }
    changes.sort((a, b) => a.change.step - b.change.step);
    const name = (address) => nodes.find((uri) => uri.toLowerCase() === address) ?? address;
    return [
      el("p", { class: "quiet" }, `${count(nodes.length, "node")} below it, ${count(commands, "command")} on them.`),
      changes.length > 0 && el("h4", {}, changes.length > NodeDetails.mostChanges ? `The last of ${count(changes.length, "change")} below it` : "Changes below it"),
      el("ol", { class: "node-history" }, changes.slice(-NodeDetails.mostChanges).map(({ address, change }) => el("li", {},
        el("button", {
          type: "button", class: "history-line", onclick: () => this.app.select({ kind: "node", uri: name(address) }),
        },
        el("span", { class: "history-time" }, formatTime(change.t)),
        el("span", {}, safeNodes(nodeName(name(address).slice(this.uri.length + 1))), " ",
          change.removed ? el("span", { class: "quiet" }, "removed") : change.secret ? el("span", { class: "quiet" }, "not shown") : change.value !== null && inlineValue(change.value, 40)),
        el("span", { class: "writer" }, change.writer ? visibleText(change.writer) : ""))))),
    ];
  }

  caseless(uri) {
    const key = uri.toLowerCase();
    for (const [address, entry] of this.state.tree) if (address.toLowerCase() === key) return entry;
    return null;
  }

  value(entry, changes) {
    if (!entry) {
      const last = changes[countUntil(changes, this.state.index) - 1];
      if (this.isBranch()) return el("p", { class: "quiet" }, "An interior node: it has nodes below it and no value.");
      return el("p", { class: "quiet" }, last?.removed ? `Removed at ${formatTime(last.t)}.` : "Not there at this moment.");
    }
    return el("div", { class: "node-value" },
      entry.secret ? el("span", { class: "quiet" }, "There is a value, and it is not shown.")
        : entry.value === null ? el("span", { class: "quiet" }, "No value.") : blockValue(entry.value),
      entry.writer && el("p", { class: "quiet" }, `Written by the ${visibleText(entry.writer)}${this.meaning(entry)}`));
  }

  /** The number of the page's own state nodes in words. */
  meaning(entry) {
    const number = Number(entry.value);
    if (entry.value === null || entry.value === "" || !Number.isInteger(number)) return "";
    const key = this.uri.toLowerCase();
    let word;
    if (/\/tracking\/[^/]+\/[^/]+\/installationstate$/.test(key)) word = appStateWords[number];
    else if (/\/policyproviders\/[^/]+\/installationstate$/.test(key)) word = providerStateWords[number];
    else if (/\/enterprisedesktopappmanagement\/msi\/[^/]+\/status$/.test(key)) word = packageStatusWords[number];
    else if (key.endsWith("/wasdevicesuccessfullyprovisioned")) word = ["failed", "succeeded", "under way"][number];
    return word ? `; ${number} is "${word}"` : "";
  }

  facts(entry) {
    const facts = entry && entry.facts !== null ? this.timeline.facts.get(entry.facts) : null;
    if (!facts) return null;
    const list = el("dl", { class: "facts" });
    const add = (name, value) => {
      const isThere = Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== "";
      if (isThere) list.append(el("div", {}, el("dt", {}, name), el("dd", {}, safeNodes(Array.isArray(value) ? value.join(", ") : value))));
    };
    add("CSP", facts.csp);
    add("Format", facts.type ? `${facts.format}, ${facts.type}` : facts.format);
    add("Access", facts.access);
    add("Occurrence", occurrenceWords[facts.occurrence?.toLowerCase()] ?? facts.occurrence);
    add("Scope", facts.scope);
    add("Default", facts.default);
    add("Allowed", facts.allowed);
    add("Since", facts.since);
    add("Editions", facts.editions);
    add("Notes", facts.notes);
    return [el("h4", {}, "What the catalogue says"), list];
  }

  /** From before the first step on: {step, t, value, writer, secret, removed}. */
  changes() {
    const first = (this.timeline.head.nodes ?? []).find((node) => node.uri.toLowerCase() === this.uri.toLowerCase());
    const later = this.index.history.get(this.uri.toLowerCase()) ?? [];
    if (!first) return later;
    return [{ step: -1, t: null, value: first.value, writer: first.writer, secret: first.secret === true, removed: false }, ...later];
  }

  history(changes) {
    const heading = el("h4", {}, "History");
    if (changes.length === 0) return [heading, el("p", { class: "quiet" }, "Nothing has written it.")];
    const happened = countUntil(changes, this.state.index);
    const first = this.isLong ? 0 : Math.max(0, happened - NodeDetails.mostChanges);
    const last = this.isLong ? changes.length : Math.min(changes.length, happened + 2);
    const hidden = changes.length - (last - first);
    return [heading,
      el("ol", { class: "node-history" }, changes.slice(first, last).map((change, position) => {
        const isNow = first + position === happened - 1;
        return el("li", { class: [change.step > this.state.index && "later", isNow && "now"] },
          el("button", { type: "button", class: "history-line", "aria-current": isNow && "step", onclick: () => this.app.goTo(change.step, true) },
            el("span", { class: "history-time" }, change.t === null ? "before" : formatTime(change.t)),
            change.removed ? el("span", { class: "quiet" }, "removed") : change.secret ? el("span", { class: "quiet" }, "not shown")
              : change.value === null ? el("span", { class: "quiet" }, "no value") : inlineValue(change.value, 80),
            el("span", { class: "writer" }, change.writer ? visibleText(change.writer) : "")));
      })),
      hidden > 0 && el("button", {
        type: "button", class: "text-button", onclick: () => {
          this.isLong = true;
          this.draw();
        },
      }, `Show all ${count(changes.length, "change")}`)];
  }

  commands(commands, happened) {
    const shown = commands.slice(0, happened).slice(-NodeDetails.mostCommands);
    return [
      el("h4", {}, happened === 0 ? "No command has touched it" : `${count(happened, "command")} touched it`),
      shown.length < happened && el("p", { class: "quiet" }, `The last ${shown.length}; the conversation marks all.`),
      shown.length > 0 && el("ul", { class: "node-commands" }, shown.map(({ message, row }) => {
        const entry = this.index.messages[message];
        const command = entry.message.rows[row];
        const answer = this.index.statusAt(entry, row, this.state.index);
        return el("li", {}, el("button", {
          type: "button", class: "history-line", onclick: () => {
            this.app.select({ kind: "command", message, row });
            this.app.show("conversation");
          },
        },
        el("span", { class: "history-time" }, formatTime(entry.message.t)),
        el("span", {}, safeNodes(command.name), " ", command.data !== null && command.data !== undefined && inlineValue(command.data, 60),
          command.uri.toLowerCase() !== this.uri.toLowerCase() && el("span", { class: "quiet" }, " on a node above")),
        el("span", { class: ["writer", answer && isRefusal(answer.status) && "bad"] }, answer ? statusText(answer.status) : "")));
      })),
      happened > 0 && el("button", { type: "button", class: "text-button", onclick: () => this.app.show("conversation") }, "Show in the conversation"),
    ];
  }
}

NodeDetails.mostChanges = 12;
NodeDetails.mostCommands = 12;

/** The DDF's words for how often a node may be there. */
const occurrenceWords = {
  __proto__: null,
  one: "exactly one", zeroorone: "none or one", zeroormore: "any number", oneormore: "one or more", zeroorn: "none up to a number",
  oneorn: "one up to a number",
};
