"use strict";

/** The management tree of one state as branches: interior nodes come from the addresses of what is below them. It follows a
 *  tree from moment to moment and changes only what differs. */
class TreeModel {
  constructor() {
    this.root = { key: "", uri: ".", name: "", parent: null, children: [], level: 0, isSorted: true };
    /** Key (address in lower case) → {key, id, uri, name, parent, children, level}; the root has the key "". */
    this.nodes = new Map([["", this.root]]);
    this.made = 0;
    /** Addresses that the tree has itself. */
    this.uris = new Set();
    this.tree = new Map();
  }

  /** Takes a state's tree. Answers true when nodes came or went; values alone change nothing here. */
  follow(tree) {
    this.tree = tree;
    let isChanged = false;
    for (const uri of tree.keys()) {
      if (this.uris.has(uri)) continue;
      this.uris.add(uri);
      this.node(uri);
      isChanged = true;
    }
    if (this.uris.size === tree.size) return isChanged;
    for (const uri of this.uris) {
      if (tree.has(uri)) continue;
      this.uris.delete(uri);
      this.prune(this.nodes.get(uri.toLowerCase()));
    }
    return true;
  }

  /** The node at an address, made with all above it. */
  node(uri) {
    const key = uri.toLowerCase();
    const known = this.nodes.get(key);
    if (known) return known;
    const cut = uri.lastIndexOf("/");
    const isTop = cut <= 1 || TreeModel.scopes.has(key);
    const parent = isTop ? this.root : this.node(uri.slice(0, cut));
    this.made += 1;
    const node = { key, id: `tree-node-${this.made}`, uri, name: nodeName(uri.slice(cut + 1)), parent, children: [], level: parent.level + 1, isSorted: true };
    parent.children.push(node);
    parent.isSorted = false;
    this.nodes.set(key, node);
    return node;
  }

  /** Takes a node away, and those above it that are left with nothing. */
  prune(node) {
    while (node && node !== this.root && node.children.length === 0 && !this.uris.has(node.uri)) {
      const { parent } = node;
      parent.children.splice(parent.children.indexOf(node), 1);
      this.nodes.delete(node.key);
      node = parent;
    }
  }

  entry(node) { return this.tree.get(node.uri); }

  /** The first levels in the order people look for them; the rest by name. */
  children(node) {
    if (!node.isSorted) {
      node.children.sort((a, b) => TreeModel.rank(a) - TreeModel.rank(b) || TreeModel.collator.compare(a.name, b.name));
      node.isSorted = true;
    }
    return node.children;
  }

  static rank(node) {
    if (node.level !== 1) return 0;
    const place = ["./device/vendor/msft", "./user/vendor/msft", "./devinfo", "./devdetail"].indexOf(node.key);
    return place < 0 ? 4 : place;
  }

  /** Words for the branches. */
  static title(node) { return TreeModel.scopes.get(node.key) ?? node.name; }

  /** The rows to be seen, from the top: branches in `open` are entered; with `isShown` (a set of keys) only those in it are
   *  seen, and all are entered that are not in `closed`. */
  rows(open, closed, isShown) {
    const rows = [];
    const walk = (node) => {
      const all = this.children(node);
      const children = isShown ? all.filter((child) => isShown.has(child.key)) : all;
      children.forEach((child, position) => {
        const isOpen = child.children.length > 0 && (isShown ? !closed.has(child.key) : open.has(child.key));
        rows.push({ node: child, isOpen, position: position + 1, size: children.length });
        if (isOpen) walk(child);
      });
    };
    walk(this.root);
    return rows;
  }

  /** The keys of the nodes that `test` accepts, and of all above them. */
  withAncestors(test) {
    const keys = new Set();
    let found = 0;
    for (const node of this.nodes.values()) {
      if (node === this.root || !test(node)) continue;
      found += 1;
      for (let up = node; up && !keys.has(up.key); up = up.parent) keys.add(up.key);
    }
    return { keys, found };
  }

  /** The node at an address, or the nearest above it that is there. */
  nearest(uri) {
    for (let key = uri.toLowerCase(); key; key = key.slice(0, Math.max(0, key.lastIndexOf("/")))) {
      const node = this.nodes.get(key);
      if (node) return node;
    }
    return null;
  }
}

TreeModel.collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
/** The two main branches, which stand for their first three levels. */
TreeModel.scopes = new Map([["./device/vendor/msft", "Device scope"], ["./user/vendor/msft", "User scope"]]);
