"use strict";

/** The status page itself: its three categories, their lines, and the error below them (esp-behaviour.md 1.4, 4.3). */
class PageBoard {
  constructor(timeline, view) {
    this.life = timeline;
    this.view = view;
    this.title = el("h3", { class: "page-title" });
    this.subtitle = el("p", { class: "page-subtitle" });
    this.categories = (timeline.head.categories ?? []).map((category) => new CategoryBlock(category));
    this.error = el("div", { class: "page-error", hidden: true });
    this.details = el("button", { type: "button", class: "link details", "aria-expanded": "false", onclick: () => this.toggle() }, "Show details");
    this.element = el("div", { class: "page" },
      this.title, this.subtitle,
      el("ol", { class: "categories" }, this.categories.map((block) => block.element)),
      this.error, this.details);
  }

  toggle() {
    this.view.showsDetails = !this.view.showsDetails;
    this.view.app.changed();
  }

  update(state, timeline) {
    const isAfterSignIn = ["S6", "S7"].includes(state.pageState);
    const isFailure = state.screen === "technicianFailure";
    setAttribute(this.element, "data-result", isFailure ? "failure" : null);
    setText(this.title, isFailure ? "Setup failed" : state.error ? "Setup has stopped" : isAfterSignIn ? "Setting up the account" : "Setting up this device");
    setText(this.subtitle, PageBoard.subtitle(state, timeline));
    // Lines of a category that is done make room for the next, as on the real page.
    const isDone = (block) => state.categories.get(block.category.id)?.state === "succeeded";
    const latest = this.categories.findLast((block) => CategoryBlock.hasStarted(state, block.category.id));
    // Device categories run in OOBE only (1.4): a page after the enrolment of a desktop has none of them (7.4).
    const isWithoutOOBE = isAfterSignIn && this.categories.every(({ category }) =>
      category.id === "AccountSetupCategory" || (state.categories.get(category.id)?.state ?? "notStarted") === "notStarted");
    for (const block of this.categories) {
      setHidden(block.element, isWithoutOOBE && block.category.id !== "AccountSetupCategory");
      const isOpen = CategoryBlock.hasStarted(state, block.category.id) && (block === latest || !isDone(block));
      block.update(state, isOpen, this.view.showsDetails);
    }
    this.updateError(state);
    setText(this.details, this.view.showsDetails ? "Hide details" : "Show details");
    setAttribute(this.details, "aria-expanded", this.view.showsDetails ? "true" : "false");
  }

  static subtitle(state, timeline) {
    const provider = visibleText(timeline.head.device?.provider ?? "your organization");
    switch (state.pageState) {
      case "S4": return "This part is done. The page closes by itself.";
      case "S12": return "The technician's part did not succeed.";
      case "S3":
      case "S7": return state.controls.buttons.length + state.controls.links.length > 0 ? "What can be done is offered below." : "Nothing is offered here to go on with.";
      case "S6":
        if (state.categories.get("AccountSetupCategory")?.state !== "succeeded") break;
        // ESP-523: some users have to leave it themselves.
        return state.controls.buttons.includes("signOut") ? "Setup is complete. Sign out to go on." : "Setup is complete. The page closes by itself.";
    }
    return `${provider} is preparing it. It may restart on its own.`;
  }

  updateError(state) {
    const { error } = state;
    const logs = state.logsCollected;
    const key = JSON.stringify([error, logs]);
    if (this.errorKey === key) return;
    this.errorKey = key;
    setHidden(this.error, error === null);
    fill(this.error,
      error && el("p", { class: "error-text" }, visibleBlock(error.text)),
      error?.code && el("p", { class: "error-code" }, "Error code ", el("code", null, error.code)),
      error && logs && el("p", { class: "quiet" }, `Logs were collected: ${logs.map(visibleText).join(", ")}.`));
  }
}

/** One category: sign, title, state in words, lines. */
class CategoryBlock {
  constructor(category) {
    this.category = category;
    this.sign = el("span", { class: "sign", "aria-hidden": "true" });
    this.state = el("span", { class: "category-state" });
    this.lines = category.lines.map((line) => {
      const sign = el("span", { class: "sign", "aria-hidden": "true" });
      const text = el("span", { class: "line-text" });
      const words = el("span", { class: "unseen" });
      return { line, sign, text, words, element: el("li", { class: ["line", line.label === null && "silent"] }, sign, text, words) };
    });
    this.list = el("ul", { class: "lines" }, this.lines.map((line) => line.element));
    this.element = el("li", { class: "category" },
      el("div", { class: "category-head" }, this.sign, el("h4", null, visibleText(category.title)), this.state), this.list);
  }

  static hasStarted(state, id) {
    return !["notStarted", "failedFromPreviousCategory"].includes(state.categories.get(id)?.state ?? "notStarted");
  }

  update(state, isOpen, showsDetails) {
    const now = state.categories.get(this.category.id) ?? { state: "notStarted", text: "" };
    setAttribute(this.element, "data-state", now.state);
    setAttribute(this.sign, "data-state", now.state);
    setText(this.state, now.text);
    setHidden(this.list, !isOpen && !showsDetails);
    if (!this.list.hidden) for (const line of this.lines) this.updateLine(line, state, showsDetails);
  }

  updateLine({ line, sign, text, words, element }, state, showsDetails) {
    setHidden(element, line.label === null && !showsDetails);
    if (element.hidden) return;
    const now = state.lines.get(line.id) ?? { state: "notStarted", text: null };
    setAttribute(sign, "data-state", now.state);
    setAttribute(element, "data-state", now.state);
    const isSilent = line.label === null;
    const stateWord = stateWords[now.state] ?? now.state;
    setText(text, visibleText(isSilent ? `${lastLinePart(line.id)} (silent step, not on Windows' page: ${stateWord})` : now.text ?? `${line.label} (${categoryWords.waitingForPrevious})`));
    setText(words, isSilent ? "" : `: ${stateWord}`);
  }
}
