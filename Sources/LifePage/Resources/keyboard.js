"use strict";

/** The keys that work everywhere, but in fields and where a control uses them itself. */
class Keyboard {
  constructor(app) {
    this.app = app;
    this.dialog = document.getElementById("keys");
    this.build();
    addEventListener("keydown", (event) => this.press(event));
  }

  build() {
    const rows = Keyboard.list.map(([keys, text]) =>
      el("tr", null, el("th", { scope: "row" }, keys.map((key, index) => [index ? " " : null, el("kbd", null, key)])), el("td", null, text)));
    fill(this.dialog,
      el("h2", { id: "keys-heading" }, "Keys"),
      el("table", null, el("tbody", null, rows)),
      el("h2", null, "Signs of the time bar"),
      el("ul", { class: "signs" }, TimePicture.signs().map(([picture, words]) => el("li", null, picture, " ", words))),
      el("form", { method: "dialog" }, el("button", { type: "submit" }, "Close")));
  }

  open() { this.dialog.showModal(); }

  press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || this.dialog.open) return;
    const target = event.target;
    const isRange = target instanceof HTMLInputElement && target.type === "range";
    if (target.closest?.("input, select, textarea, [contenteditable]") && !isRange) return;
    const isOwn = (key) => (key === " " && target.closest?.("button, a[href], summary, [role=button], [role=treeitem], [role=option], [role=row]"))
      || (key.startsWith("Arrow") && target.closest?.("[role=tree], [role=tablist], [role=grid], [role=listbox], [role=radiogroup], [data-own-keys]"));
    if (isOwn(event.key)) return;
    const action = {
      " ": () => this.app.player.toggle(),
      ArrowRight: () => this.app.player.step(1),
      ArrowLeft: () => this.app.player.step(-1),
      l: () => this.app.follow(),
      n: () => this.app.timeBar.goToMark(1),
      p: () => this.app.timeBar.goToMark(-1),
      "1": () => this.app.show("conversation"),
      "2": () => this.app.show("tree"),
      "3": () => this.app.show("diagnostics"),
      "4": () => this.app.show("events"),
      "/": () => this.app.panels.search(),
      "?": () => this.open(),
    }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

Keyboard.list = [
  [["Space"], "Play or pause"],
  [["←", "→"], "One step back or forward"],
  [["P", "N"], "To the previous or next mark: a failure, a restart, a sign-in, a button, a question"],
  [["Page down", "Page up"], "In the time bar: to the previous or next session"],
  [["Home", "End"], "In the time bar: to the start or the end"],
  [["↑", "↓"], "From row to row, in the conversation, the tree and the events"],
  [["L"], "To the newest moment, and follow it"],
  [["1", "2", "3", "4"], "Conversation, Tree, Diagnostics, Events"],
  [["/"], "Search in the tab"],
  [["?"], "This list"],
];
