"use strict";

/** Why a life went as it did: what the ending says first, then what was found on the way, then what the scenario expected. */
class DiagnosticsView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.index = null;
    this.shown = -1;
    this.items = [];
    root.classList.add("panel");
    this.severity = el("select", { "aria-label": "Severity", onchange: () => this.draw() },
      el("option", { value: "" }, "All"), el("option", { value: "error" }, "Errors"), el("option", { value: "warning" }, "Warnings"), el("option", { value: "note" }, "Notes"));
    this.search = new SearchField({ label: "Search in diagnostics", placeholder: "Search in diagnostics", onSearch: () => this.draw() });
    this.total = el("span", { class: "quiet", role: "status" });
    this.ending = el("div", { class: "ending" });
    this.list = el("ol", { class: "diagnostics" });
    this.empty = el("p", { class: "panel-empty" });
    this.expectations = el("div", { class: "expectations" });
    fill(root, el("div", { class: "panel-tools" }, this.search.element, this.severity, this.total),
      el("div", { class: "panel-scroller", role: "region", "aria-label": "Diagnostics", tabindex: "0" }, this.ending, this.empty, this.list, this.expectations));
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    // The ending is known when the last step is shown.
    const ending = timeline.ending && state.index >= timeline.last ? timeline.ending : null;
    const shown = countUntil(index.diagnostics, state.index);
    const isNewEnding = isAnother || this.endingShown !== ending;
    [this.index, this.endingShown, this.timeline] = [index, ending, timeline];
    if (isAnother) {
      this.items = [];
      fill(this.list);
    }
    if (isNewEnding) this.drawEnding();
    if (isAnother || isNewEnding || shown !== this.shown) {
      this.shown = shown;
      this.draw();
    }
  }

  draw() {
    if (!this.index) return;
    const isMatch = (diagnostic) => (!this.severity.value || diagnostic.severity === this.severity.value)
      && (this.search.isEmpty || this.search.matches([diagnostic.message, diagnostic.hint, diagnostic.rule, diagnostic.reference, diagnostic.target].join(" ").toLowerCase()));
    const found = this.index.diagnostics.slice(0, this.shown).filter(({ diagnostic }) => isMatch(diagnostic));
    setText(this.total, found.length ? count(found.length, "finding") : "");
    // Findings are drawn once; those of later moments are hidden.
    for (let at = this.items.length; at < this.shown; at++) {
      const item = this.index.diagnostics[at];
      this.items.push({ item, element: this.item(item.diagnostic, item) });
      this.list.append(this.items[at].element);
    }
    const isFound = new Set(found);
    for (const { item, element } of this.items) setHidden(element, !isFound.has(item));
    setHidden(this.empty, found.length > 0 || (this.endingShown?.diagnostics.length ?? 0) > 0);
    setText(this.empty, this.shown > 0 ? "No finding is like that." : "Nothing to find fault with up to this moment.");
  }

  drawEnding() {
    const ending = this.endingShown;
    if (!ending) {
      fill(this.ending);
      fill(this.expectations);
      return;
    }
    const isGood = ending.outcome === "succeeded";
    const why = ending.diagnostics ?? [];
    fill(this.ending,
      el("h3", {}, isGood ? "How it ended" : "Why it ended so"),
      el("p", { class: ["outcome", isGood ? "good" : "bad"] }, `At ${formatTime(ending.endedAt)} the life ${outcomeSentences[ending.outcome] ?? `ended: ${visibleText(ending.outcome)}`}.`),
      why.length > 0 ? el("ol", { class: "diagnostics" }, why.map((diagnostic) => this.item(diagnostic, null)))
        : !isGood && el("p", { class: "quiet" }, "Nothing that the server did explains it."));
    const expectations = ending.expectations ?? [];
    const failed = expectations.filter((expectation) => !expectation.passed).length;
    fill(this.expectations, expectations.length > 0 && [
      el("h3", {}, "What the scenario expected"),
      el("p", {}, failed ? `${failed} of ${count(expectations.length, "expectation")} failed.` : `${expectations.length === 1 ? "The expectation" : `All ${expectations.length} expectations`} passed.`),
      el("table", { class: "expectation-table" },
        el("thead", {}, el("tr", {}, ["Result", "Line", "Expectation"].map((title) => el("th", { scope: "col" }, title)))),
        el("tbody", {}, [...expectations].sort((a, b) => Number(a.passed) - Number(b.passed)).map((expectation) => el("tr", {},
          el("td", {}, el("span", { class: ["word", expectation.passed ? "good" : "bad"] }, expectation.passed ? "passed" : "failed")),
          el("td", {}, expectation.line ?? ""),
          el("td", {}, el("bdi", {}, safeNodes(expectation.text)), expectation.found && el("span", { class: "quiet" }, " found: ", safeNodes(expectation.found))))))),
    ]);
    if (!this.list.children.length) setHidden(this.empty, why.length > 0);
  }

  /** One finding; `place` is {step, t}, null for the ending's. */
  item(diagnostic, place) {
    const command = this.index.commandOf(diagnostic, place?.step);
    return el("li", { class: ["diagnostic", diagnostic.severity] },
      el("p", { class: "diagnostic-head" },
        el("span", { class: ["word", diagnostic.severity] }, severityWords[diagnostic.severity] ?? visibleText(diagnostic.severity)),
        place && el("button", { type: "button", class: "text-button", "aria-label": `Go to ${formatTime(place.t)}`, onclick: () => this.app.goTo(place.step, true) }, formatTime(place.t)),
        el("code", { class: "quiet" }, safeNodes(diagnostic.rule))),
      el("p", { class: "diagnostic-message" }, el("bdi", {}, safeNodes(diagnostic.message))),
      diagnostic.hint && el("p", { class: "hint" }, el("bdi", {}, safeNodes(diagnostic.hint))),
      el("p", { class: "diagnostic-links" },
        command && el("button", { type: "button", class: "text-button", onclick: () => this.goToCommand(command) }, this.commandTitle(diagnostic, command)),
        diagnostic.target && el("button", { type: "button", class: "text-button", onclick: () => this.goToNode(diagnostic.target) }, addressText(diagnostic.target)),
        diagnostic.reference && el("span", { class: "quiet" }, safeNodes(diagnostic.reference))));
  }

  commandTitle(diagnostic, { message, row }) {
    const { session, message: number } = this.index.messages[message].message;
    const name = row === null ? "" : ` ${visibleText(this.index.messages[message].message.rows[row].name)} ${visibleText(diagnostic.commandID ?? "")},`;
    return `Show${name} message ${number} of session ${session}`;
  }

  goToCommand({ message, row }) {
    this.app.select({ kind: "command", message, row: row ?? -1 });
    this.app.show("conversation");
  }

  goToNode(target) {
    this.app.select({ kind: "node", uri: target.replace(/^\.\/Vendor\//i, "./Device/Vendor/") });
    this.app.show("tree");
  }
}

const outcomeSentences = {
  __proto__: null,
  succeeded: "had succeeded", failed: "had failed", continued: "had gone on by Continue anyway", reset: "had ended in a reset", hung: "hung: the page was still open",
};
