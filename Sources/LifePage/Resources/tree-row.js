"use strict";

/** One row of the tree: name, value, what changed, who wrote it. `view` is the TreeView it stands in. */
const TreeRow = {
  /** All that a row's look depends on, as a key. */
  look(view, { node, isOpen, position, size }) {
    const entry = view.model.entry(node);
    return [isOpen, position, size, entry?.value, entry?.secret, entry?.writer, view.changed.words.get(node.key), view.changed.below.get(node.key),
      view.marked.has(node.key) && view.markWord, view.selectedKey === node.key, view.isFull, node.children.length].join("\u0000");
  },

  build(view, row) {
    const { node, isOpen, position, size } = row;
    const entry = view.model.entry(node);
    const isBranch = node.children.length > 0;
    const word = view.changed.words.get(node.key);
    const below = view.changed.below.get(node.key);
    const isMarked = view.marked.has(node.key);
    const value = entry && (entry.secret ? el("span", { class: "quiet" }, "not shown") : entry.value !== null && inlineValue(entry.value, 160));
    const line = el("div", {
      class: ["tree-row", isMarked && "touched", word && "changed", isBranch && "branch"], role: "treeitem", id: node.id,
      "aria-level": String(node.level), "aria-posinset": String(position), "aria-setsize": String(size),
      "aria-expanded": isBranch && String(isOpen), "aria-selected": String(view.selectedKey === node.key), "data-key": node.key,
    },
    el("span", { class: "tree-sign", "aria-hidden": "true" }, isBranch ? (isOpen ? "▾" : "▸") : ""),
    el("span", { class: "tree-name" }, view.isFull ? addressText(node.uri) : el("bdi", {}, safeNodes(TreeModel.title(node)))),
    TreeModel.scopes.has(node.key) && !view.isFull && el("span", { class: "quiet tree-also" }, node.uri),
    value && [el("span", { class: "tree-equals" }, "="), value],
    el("span", { class: "tree-words" },
      word && el("span", { class: "word change-word" }, word),
      !isOpen && below && el("span", { class: "word change-word" }, `${below} changed`),
      isMarked && el("span", { class: "word touch-word" }, view.markWord),
      entry?.writer && el("span", { class: "writer" }, visibleText(entry.writer))));
    line.style.setProperty("--level", String(Math.min(node.level - 1, 12)));
    line.look = TreeRow.look(view, row);
    line.classList.toggle("active", node.key === view.active);
    return line;
  },
};
