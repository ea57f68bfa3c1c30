"use strict";

/** With a node selected: how many commands touched it so far, and the way from one to the next. */
class TouchBar {
  /** @param reveal (message, row) brings a command into view */
  constructor(app, reveal) {
    this.reveal = reveal;
    this.uri = null;
    this.commands = [];
    this.position = -1;
    this.words = el("span", {});
    this.address = el("span", { class: "touch-address" });
    this.place = el("span", { class: "quiet", role: "status" });
    this.way = el("span", { class: "tool-group" },
      el("button", { type: "button", class: "text-button", onclick: () => this.go(-1) }, "Previous"),
      el("button", { type: "button", class: "text-button", onclick: () => this.go(1) }, "Next"), this.place);
    this.element = el("div", { class: "touch-bar", hidden: true },
      el("span", { class: "touch-text" }, this.words, " ", this.address), this.way,
      el("button", { type: "button", class: "text-button", "aria-label": "Clear the selection", onclick: () => app.select(null) }, "Clear"));
  }

  /** Its buttons stay the same elements, so that a keyboard keeps its place while messages come in. */
  show(uri, commands) {
    setHidden(this.element, uri === null);
    if (this.uri !== uri) {
      this.uri = uri;
      this.position = -1;
      fill(this.address, uri !== null && addressText(uri));
    }
    this.commands = commands;
    setText(this.words, commands.length === 0 ? "No command touched" : `${count(commands.length, "command")} touched`);
    setHidden(this.way, commands.length === 0);
    this.say();
  }

  go(by) {
    const { length } = this.commands;
    // Before the first step, back is the last one.
    this.position = this.position < 0 ? (by > 0 ? 0 : length - 1) : (this.position + by + length) % length;
    const { message, row } = this.commands[this.position];
    this.reveal(message, row);
    this.say();
  }

  say() { setText(this.place, this.position < 0 ? "" : `${this.position + 1} of ${this.commands.length}`); }
}
