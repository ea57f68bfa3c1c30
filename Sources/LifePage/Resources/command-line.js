"use strict";

/** One command, Status or Results of a message: a line that is a button, and below it, when it is selected, all that is known
 *  of it. */
class CommandLine {
  constructor(messageView, number) {
    this.messageView = messageView;
    this.number = number;
    this.row = messageView.rows[number];
    const { row } = this;
    this.status = el("span", { class: "command-status" });
    this.button = el("button", {
      type: "button", class: "command-line", tabindex: "-1", "aria-expanded": "false", onclick: () => this.choose(),
    },
    el("span", { class: "command-id" }, safeNodes(row.id ?? "")), " ",
    el("span", { class: "command-name" }, safeNodes(row.name)), " ",
    el("span", { class: "command-what" },
      /^Alert \d+$/.test(row.name) && el("span", { class: "command-words" }, alertWords[row.name.slice(6)] ?? ""), " ",
      row.target !== null && row.target !== undefined && addressText(row.target), " ",
      row.data !== null && row.data !== undefined && row.name !== "Status" && inlineValue(row.data)), " ",
    this.status);
    this.element = el("li", { class: "command" }, this.button);
    this.element.style.setProperty("--depth", String(Math.min(row.depth ?? 0, 8)));
    this.refreshStatus();
    this.markSelection();
  }

  get isServerCommand() {
    return this.messageView.entry.message.direction === "server" && !["Status", "Results", "Final"].includes(this.row.name);
  }

  refreshStatus() {
    const answer = this.messageView.status(this.number);
    const refused = answer !== null && isRefusal(answer.status);
    setText(this.status, answer ? statusText(answer.status) : this.isServerCommand ? "no answer yet" : "");
    this.element.classList.toggle("refused", refused && this.row.name !== "Status");
    this.status.classList.toggle("bad", refused);
    this.status.classList.toggle("good", answer !== null && !refused);
    if (this.details) this.showDetails();
  }

  choose() {
    const { conversation, entry } = this.messageView;
    const { selection } = conversation.app;
    const isSelected = selection?.kind === "command" && selection.message === entry.message.n && selection.row === this.number;
    conversation.app.select(isSelected ? null : { kind: "command", message: entry.message.n, row: this.number });
  }

  markSelection() {
    const { conversation, entry } = this.messageView;
    const { selection } = conversation.app;
    const isSelected = selection?.kind === "command" && selection.message === entry.message.n && selection.row === this.number;
    this.element.classList.toggle("selected", isSelected);
    this.element.classList.toggle("touched", conversation.isTouching(entry.message.n, this.number));
    setAttribute(this.button, "aria-expanded", String(isSelected));
    if (isSelected && !this.details) this.showDetails();
    else if (!isSelected && this.details) {
      this.details.remove();
      this.details = null;
    }
  }

  /** What the nodes are now, and what has been found, changes with the moment. */
  refreshDetails() {
    if (this.details && this.detailsKey !== this.momentKey()) this.showDetails();
  }

  momentKey() {
    const { conversation } = this.messageView;
    const { index, app } = conversation;
    const nodes = this.row.uri ? index.nodesTouched(this.row.uri, app.state.tree) : [];
    const values = nodes.slice(0, mostTouchedNodes).map((uri) => [uri, app.state.tree.get(uri).value]);
    return JSON.stringify([nodes.length, values, countUntil(index.diagnostics, conversation.moment)]);
  }

  showDetails() {
    this.detailsKey = this.momentKey();
    const details = commandDetails(this);
    if (this.details) this.details.replaceWith(details);
    else this.element.append(details);
    this.details = details;
  }
}

/** What is known of a command: where, what, the answer and why, the nodes it touched. */
function commandDetails(line) {
  const { row, number } = line;
  const { conversation, entry } = line.messageView;
  const { app, index } = conversation;
  const answer = line.messageView.status(number);
  const list = el("dl", { class: "facts" });
  const add = (name, ...content) => list.append(el("div", {}, el("dt", {}, name), el("dd", {}, content)));
  if (row.target) add(row.name === "Status" ? "About" : "Address", el("bdi", { class: "address-whole" }, safeNodes(row.target)), " ", row.name !== "Status" && copyButton(row.target, "Copy", "Copy the address"));
  if (row.data !== null && row.data !== undefined) {
    add("Data", row.format && el("span", { class: "format" }, safeNodes(row.format)), blockValue(row.data),
      row.dataLength && el("span", { class: "quiet" }, ` the first ${row.data.length} of ${count(row.dataLength, "character")}; the XML has them all`));
  } else if (row.format) add("Format", safeNodes(row.format));
  if (answer) {
    add("Answer", statusText(answer.status), answer.originalError && [", original error ", el("code", {}, safeNodes(answer.originalError)),
      errorCodeMeaning(answer.originalError) && ` (${errorCodeMeaning(answer.originalError)})`]);
  }
  if (row.rule) add("Decided by", safeNodes(row.rule));
  if (row.line) add("Line", `${row.line} of the message`);
  for (const { diagnostic, step } of index.diagnostics) {
    if (step > conversation.moment || diagnostic.m !== entry.message.n || diagnostic.commandID !== row.id) continue;
    if (diagnostic.target && row.target && diagnostic.target.toLowerCase() !== row.target.toLowerCase() && diagnostic.target.toLowerCase() !== row.uri?.toLowerCase()) continue;
    add(severityWords[diagnostic.severity] ?? diagnostic.severity, safeNodes(diagnostic.message), diagnostic.hint && el("span", { class: "hint" }, safeNodes(diagnostic.hint)));
  }
  const nodes = row.uri ? index.nodesTouched(row.uri, app.state.tree) : [];
  if (row.uri) add("Nodes now", nodes.length === 0 ? "none in the tree at this moment" : touchedNodes(nodes, app));
  return el("div", { class: "command-details" }, list);
}

/** So many nodes that a command touched are shown with it. */
const mostTouchedNodes = 6;

function touchedNodes(nodes, app) {
  return [
    el("ul", { class: "touched-nodes" }, nodes.slice(0, mostTouchedNodes).map((uri) => el("li", {},
      el("button", {
        type: "button", class: "text-button", onclick: () => {
          app.select({ kind: "node", uri });
          app.show("tree");
        },
      }, addressText(uri)), " ",
      app.state.tree.get(uri).secret ? el("span", { class: "quiet" }, "not shown") : app.state.tree.get(uri).value !== null && inlineValue(app.state.tree.get(uri).value, 60)))),
    el("button", { type: "button", class: "text-button", onclick: () => app.show("tree") },
      nodes.length > mostTouchedNodes ? `Show all ${nodes.length} in the tree` : "Show in the tree"),
  ];
}
