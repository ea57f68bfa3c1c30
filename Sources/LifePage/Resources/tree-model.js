"use strict";

/** The management tree of one state as branches: interior nodes come from the addresses of what is below them. */
class TreeModel {
  constructor() {
    /** Key (address in lower case) → {key, uri, name, parent, children, entry}; the root has the key "". */
    this.nodes = new Map();
    this.uris = null;
  }

  /** Takes a state's tree. Answers true when nodes came or went; values alone change nothing here. */
  follow(tree) {
    this.tree = tree;
    if (this.uris && this.uris.length === tree.size) {
      let position = 0;
      let isSame = true;
      for (const uri of tree.keys()) {
        if (this.uris[position++] === uri) continue;
        isSame = false;
        break;
      }
      if (isSame) return false;
    }
    this.uris = [...tree.keys()];
    this.build();
    return true;
  }

  build() {
    const root = { key: "", uri: ".", name: "", parent: null, children: [], level: 0 };
    this.nodes = new Map([["", root]]);
    for (const uri of this.uris) this.node(uri);
    // A branch that holds nothing but Vendor/MSFT is shown as one with it.
    for (const branch of root.children) {
      const vendor = branch.children.length === 1 && branch.children[0];
      const microsoft = vendor && vendor.children.length === 1 && vendor.children[0];
      if (!microsoft || vendor.name !== "Vendor" || microsoft.children.length === 0) continue;
      branch.children = microsoft.children;
      branch.also = microsoft.uri;
      for (const child of branch.children) child.parent = branch;
      this.nodes.delete(vendor.key);
      this.nodes.delete(microsoft.key);
    }
    root.children.sort((a, b) => TreeModel.rank(a) - TreeModel.rank(b) || TreeModel.collator.compare(a.name, b.name));
    const walk = (node, level) => {
      node.level = level;
      if (level > 0) node.children.sort((a, b) => TreeModel.collator.compare(a.name, b.name));
      for (const child of node.children) walk(child, level + 1);
    };
    walk(root, 0);
  }

  node(uri) {
    const key = uri.toLowerCase();
    const known = this.nodes.get(key);
    if (known) return known;
    const cut = uri.lastIndexOf("/");
    const parent = cut <= 1 ? this.nodes.get("") : this.node(uri.slice(0, cut));
    const node = { key, uri, name: nodeName(uri.slice(cut + 1)), parent, children: [], level: 0 };
    parent.children.push(node);
    this.nodes.set(key, node);
    return node;
  }

  /** The first levels in the order people look for them. */
  static rank(node) {
    const place = ["./device", "./user", "./devinfo", "./devdetail"].indexOf(node.key);
    return place < 0 ? 4 : place;
  }

  entry(node) { return this.tree.get(node.uri); }

  /** Words for the branches. */
  static title(node) {
    return { "./device": "Device scope", "./user": "User scope" }[node.key] ?? node.name;
  }

  /** The rows to be seen, from the top: branches in `open` are entered; with `isShown` (a set of keys) only those in it are
   *  seen, and all of them are entered. */
  rows(open, isShown) {
    const rows = [];
    const walk = (node) => {
      const children = isShown ? node.children.filter((child) => isShown.has(child.key)) : node.children;
      children.forEach((child, position) => {
        const isOpen = child.children.length > 0 && (isShown ? !open.has("closed " + child.key) : open.has(child.key));
        rows.push({ node: child, isOpen, position: position + 1, size: children.length });
        if (isOpen) walk(child);
      });
    };
    walk(this.nodes.get(""));
    return rows;
  }

  /** The keys of the nodes that `test` accepts, and of all above them. */
  withAncestors(test) {
    const keys = new Set();
    let found = 0;
    for (const node of this.nodes.values()) {
      if (node.key === "" || !test(node)) continue;
      found += 1;
      for (let up = node; up && !keys.has(up.key); up = up.parent) keys.add(up.key);
    }
    return { keys, found };
  }

  /** The node at an address, or the nearest above it that is shown. */
  nearest(uri) {
    for (let key = uri.toLowerCase(); key; key = key.slice(0, Math.max(0, key.lastIndexOf("/")))) {
      const node = this.nodes.get(key);
      if (node && key) return node;
      for (const branch of this.nodes.get("").children) if (branch.also?.toLowerCase() === key) return branch;
    }
    return null;
  }
}

TreeModel.collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
