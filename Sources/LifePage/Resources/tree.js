"use strict";

/** The management tree at the moment shown, with what changed, and beside it all that is known of one node. */
class TreeView {
  constructor(root, app) {
    this.root = root;
    this.app = app;
    this.model = new TreeModel();
    this.open = new Set(TreeModel.scopes.keys());
    // While a filter shows what it found, all branches are open but those that were closed by hand.
    this.closed = new Set();
    this.rows = [];
    this.active = null;
    this.marked = new Set();
    this.isFull = false;
    this.index = null;
    root.classList.add("panel");
    this.search = new SearchField({ label: "Search in the tree: address or value", placeholder: "Address or value", onSearch: () => this.draw(true) });
    this.changedOnly = el("input", { type: "checkbox", onchange: () => this.draw(true) });
    this.full = el("input", { type: "checkbox", onchange: () => this.turn() });
    this.shortcuts = el("div", { class: "tool-group" });
    this.summary = el("p", { class: "tree-summary" });
    this.previous = el("button", { type: "button", class: "text-button", onclick: () => this.goToChange(-1) }, "Previous change");
    this.next = el("button", { type: "button", class: "text-button", onclick: () => this.goToChange(1) }, "Next change");
    this.tree = el("div", { class: "tree panel-scroller", role: "tree", tabindex: "0", "aria-label": "Management tree" });
    this.empty = el("p", { class: "panel-empty", hidden: true }, "No node is there.");
    this.details = new NodeDetails(app);
    fill(root,
      el("div", { class: "panel-tools" }, this.search.element,
        el("label", { class: "check" }, this.changedOnly, "Only what changed"), el("label", { class: "check" }, this.full, "Full addresses"), this.shortcuts),
      el("div", { class: "tree-changes" }, this.summary, this.previous, this.next),
      el("div", { class: "tree-split" }, el("div", { class: "tree-side" }, this.empty, this.tree), this.details.element));
    this.list = new WindowedList(this.tree, {
      render: (at) => TreeRow.build(this, this.rows[at]), key: (at) => this.rows[at].node.key,
    });
    this.tree.addEventListener("keydown", (event) => this.key(event));
    this.tree.addEventListener("click", (event) => this.click(event));
    app.addEventListener("selection", () => this.select());
    onShown(root, () => this.last && this.update(...this.last));
  }

  update(state, timeline) {
    this.last = [state, timeline];
    if (isHidden(this.root) || !timeline.head) return;
    const index = LifeIndex.of(timeline);
    const isAnother = index !== this.index;
    if (!isAnother && this.state === state && this.read === index.read) return;
    this.index = index;
    this.read = index.read;
    this.state = state;
    this.timeline = timeline;
    const isRestructured = this.model.follow(state.tree);
    this.summarize();
    this.draw(isRestructured || isAnother);
    if (this.isSelectionNew || isAnother || this.isSelectionElsewhere()) this.select();
    this.details.update(state, timeline, index);
  }

  // What is seen.

  get isFiltering() { return !this.search.isEmpty || this.changedOnly.checked; }

  draw(isRestructured) {
    if (!this.state) return;
    const changed = this.changedKeys();
    let shown = null;
    if (this.isFiltering) {
      const { keys, found } = this.model.withAncestors((node) => this.isMatch(node));
      shown = keys;
      this.search.say(this.search.isEmpty ? "" : count(found, "node"));
    } else this.search.say("");
    this.changed = changed;
    const rows = this.model.rows(this.open, this.closed, shown);
    // Rows whose look did not change are kept in the document.
    const known = new Map(rows.filter((row) => this.list.rows.has(row.node.key)).map((row) => [row.node.key, TreeRow.look(this, row)]));
    this.list.forget((key, line) => known.get(key) !== line.look);
    this.rows = rows;
    this.list.reset(rows.length, true);
    setHidden(this.empty, rows.length > 0);
    if (isRestructured) this.drawShortcuts();
    if (!rows.some((row) => row.node.key === this.active)) this.activate(rows[0]?.node.key ?? null);
    else this.activate(this.active);
  }

  isMatch(node) {
    const entry = this.model.entry(node);
    if (this.changedOnly.checked && !(entry && entry.changedAt >= 0)) return false;
    if (this.search.isEmpty) return true;
    return this.search.matches(`${node.uri} ${node.name} ${entry && !entry.secret ? entry.value ?? "" : ""}`.toLowerCase());
  }

  /** Key → "new" or "changed" for the nodes of this step, and for nodes above them how many there are below. */
  changedKeys() {
    const words = new Map();
    const below = new Map();
    for (const node of this.timeline.steps[this.state.index]?.nodes ?? []) {
      if (node.removed) continue;
      const key = node.uri.toLowerCase();
      const history = this.index.history.get(key) ?? [];
      const before = history[countUntil(history, this.state.index - 1) - 1];
      const wasThere = before ? !before.removed : this.isInHead(key);
      words.set(key, wasThere ? "changed" : "new");
      for (let up = this.model.nodes.get(key)?.parent; up; up = up.parent) below.set(up.key, (below.get(up.key) ?? 0) + 1);
    }
    return { words, below };
  }

  isInHead(key) {
    if (this.headOf !== this.timeline.head) {
      this.headOf = this.timeline.head;
      this.headKeys = new Set((this.headOf.nodes ?? []).map((node) => node.uri.toLowerCase()));
    }
    return this.headKeys.has(key);
  }

  summarize() {
    const nodes = this.timeline.steps[this.state.index]?.nodes ?? [];
    const removed = nodes.filter((node) => node.removed).length;
    const changed = nodes.length - removed;
    const parts = [changed > 0 && `${count(changed, "node")} changed`, removed > 0 && `${removed} removed`].filter(Boolean);
    setText(this.summary, `${count(this.state.tree.size, "node")}. ${parts.length ? `At ${formatTime(this.state.t)}: ${parts.join(", ")}.` : "Nothing changed in this step."}`);
    const done = countUntil(this.index.changeSteps, this.state.index, (step) => step);
    const isHere = this.index.changeSteps[done - 1] === this.state.index;
    setAttribute(this.previous, "disabled", done - (isHere ? 1 : 0) <= 0);
    setAttribute(this.next, "disabled", done >= this.index.changeSteps.length);
  }

  goToChange(by) {
    const { changeSteps } = this.index;
    const done = countUntil(changeSteps, this.state.index, (step) => step);
    const isHere = changeSteps[done - 1] === this.state.index;
    const step = by > 0 ? changeSteps[done] : changeSteps[done - (isHere ? 2 : 1)];
    if (step === undefined) return;
    this.app.goTo(step, true);
    const node = (this.timeline.steps[step].nodes ?? []).find((change) => !change.removed);
    if (node) this.app.select({ kind: "node", uri: node.uri });
  }

  /** The nodes that the status page itself reads. */
  drawShortcuts() {
    const wanted = [];
    for (const scope of TreeModel.scopes.keys()) {
      const name = scope.startsWith("./user") ? "user" : "device";
      const providers = this.model.nodes.get(scope + "/dmclient/provider")?.children ?? [];
      for (const node of [...providers.map((provider) => this.model.nodes.get(provider.key + "/firstsyncstatus")), this.model.nodes.get(scope + "/enrollmentstatustracking")]) {
        if (node) wanted.push([node, `${node.name}, ${name}`]);
      }
    }
    const names = wanted.map(([node]) => node.key).join(" ");
    if (names === this.shortcutsShown) return;
    this.shortcutsShown = names;
    fill(this.shortcuts, wanted.slice(0, 6).map(([node, text]) => el("button", {
      type: "button", class: "text-button", onclick: () => {
        this.open.add(node.key);
        this.app.select({ kind: "node", uri: node.uri });
      },
    }, safeNodes(text))));
  }

  turn() {
    this.isFull = this.full.checked;
    this.draw(false);
  }

  // Selection.

  select() {
    if (isHidden(this.root) || !this.state) {
      this.isSelectionNew = true;
      return;
    }
    this.isSelectionNew = false;
    const { selection } = this.app;
    this.marked = new Set();
    this.selectedKey = null;
    let goal = null;
    this.markWord = selection?.kind === "app" ? "this app" : "touched";
    if (selection?.kind === "node") {
      goal = this.model.nearest(selection.uri);
      this.selectedKey = goal?.key ?? null;
      this.details.show(selection.uri);
    } else if (selection?.kind === "command" || selection?.kind === "app") {
      const uris = selection.kind === "app" ? selection.uris ?? appSelection(selection.id, this.index).uris : [this.index.messages[selection.message]?.message.rows[selection.row]?.uri];
      for (const uri of uris) {
        for (const touched of this.index.nodesTouched(uri, this.state.tree)) this.marked.add(touched.toLowerCase());
        if (uri && this.model.nodes.has(uri.toLowerCase())) this.marked.add(uri.toLowerCase());
        goal ??= uri ? this.model.nearest(uri) : null;
      }
      for (const key of this.marked) this.openAbove(this.model.nodes.get(key));
    } else this.details.show(null);
    if (goal) this.openAbove(goal);
    this.draw(false);
    if (goal) this.activate(goal.key, true);
  }

  /** The selected node has come or gone. */
  isSelectionElsewhere() {
    const { selection } = this.app;
    return selection?.kind === "node" && (this.model.nearest(selection.uri)?.key ?? null) !== this.selectedKey;
  }

  openAbove(node) {
    for (let up = node?.parent; up && up.parent; up = up.parent) this.open.add(up.key);
  }

  activate(key, isRevealed = false) {
    const at = this.rows.findIndex((row) => row.node.key === key);
    const old = this.list.rows.get(this.active);
    old?.classList.remove("active");
    this.active = at < 0 ? null : key;
    if (isRevealed && at >= 0) this.list.reveal(at, true);
    this.list.rows.get(key)?.classList.add("active");
    setAttribute(this.tree, "aria-activedescendant", at < 0 ? null : this.rows[at].node.id);
  }

  choose(key) {
    const node = this.model.nodes.get(key);
    if (node) this.app.select({ kind: "node", uri: node.uri });
  }

  toggle(key, isOpen) {
    const [keys, isIn] = this.isFiltering ? [this.closed, !isOpen] : [this.open, isOpen];
    if (isIn) keys.add(key);
    else keys.delete(key);
    this.draw(false);
  }

  click(event) {
    const line = event.target.closest(".tree-row");
    if (!line) return;
    const { key } = line.dataset;
    const row = this.rows.find((candidate) => candidate.node.key === key);
    this.activate(key);
    if (event.target.closest(".tree-sign") || row.node.key === this.selectedKey) this.toggle(key, !row.isOpen);
    else {
      if (row.node.children.length > 0 && !row.isOpen) this.toggle(key, true);
      this.choose(key);
    }
  }

  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.rows.findIndex((row) => row.node.key === this.active);
    const row = this.rows[at];
    const goTo = (position) => {
      const goal = this.rows[Math.max(0, Math.min(this.rows.length - 1, position))];
      if (!goal) return;
      this.list.reveal(this.rows.indexOf(goal));
      this.activate(goal.node.key);
    };
    const isBranch = row?.node.children.length > 0;
    switch (event.key) {
      case "ArrowDown": goTo(at + 1); break;
      case "ArrowUp": goTo(at - 1); break;
      case "PageDown": goTo(at + this.list.page); break;
      case "PageUp": goTo(at - this.list.page); break;
      case "Home": goTo(0); break;
      case "End": goTo(this.rows.length - 1); break;
      case "ArrowRight":
        if (isBranch && !row.isOpen) this.toggle(row.node.key, true);
        else if (isBranch) goTo(at + 1);
        break;
      case "ArrowLeft":
        if (isBranch && row.isOpen) this.toggle(row.node.key, false);
        else if (row && row.node.level > 1) goTo(this.rows.findIndex((other) => other.node === row.node.parent));
        break;
      case "Enter":
      case " ":
        if (row) this.choose(row.node.key);
        break;
      case "*":
        for (const sibling of row?.node.parent?.children ?? []) if (sibling.children.length > 0) this.toggle(sibling.key, true);
        break;
      default:
        // Signs and digits belong to the page.
        if (!/^[\p{L}_{.]$/u.test(event.key)) return;
        this.typeAhead(event.key, at);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Letters typed one after the other go to the next row whose name begins with them. */
  typeAhead(letter, at) {
    const now = performance.now();
    this.typed = now - (this.typedAt ?? 0) < 700 ? this.typed + letter.toLowerCase() : letter.toLowerCase();
    this.typedAt = now;
    const start = this.typed.length > 1 ? at : at + 1;
    for (let step = 0; step < this.rows.length; step++) {
      const position = (start + step + this.rows.length) % this.rows.length;
      const { node } = this.rows[position];
      if (!TreeModel.title(node).toLowerCase().startsWith(this.typed)) continue;
      this.list.reveal(position);
      this.activate(node.key);
      return;
    }
  }
}
