"use strict";

// Text of a server or a capture as elements: unsafe characters (words.js) are shown by their numbers, and so is U+F000, which
// stands between the entries of lists (ESP-402) and has no picture in any font.
const numberedCharacters = new RegExp(`${unsafeCharacters.source}|\\uf000`, "g");

/** Texts and elements for `text`. In a block, line breaks and tabs stay as they are; in a line they are shown by a sign. */
function safeNodes(text, isBlock = false) {
  const source = String(text);
  const nodes = [];
  let end = 0;
  for (const match of source.matchAll(numberedCharacters)) {
    const character = match[0];
    if (isBlock && (character === "\n" || character === "\t")) continue;
    if (match.index > end) nodes.push(source.slice(end, match.index));
    nodes.push(invisibleCharacter(character));
    end = match.index + character.length;
  }
  if (end < source.length) nodes.push(source.slice(end));
  return nodes;
}

function invisibleCharacter(character) {
  const number = "U+" + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  const sign = { "\n": "↵", "\r": "␍", "\t": "⇥" }[character] ?? number;
  return el("span", { class: "invisible-character", title: number }, sign);
}

/** A value in one line of a list: at most `limit` characters of it, set apart from the direction of what stands around. */
function inlineValue(text, limit = 120) {
  const source = String(text);
  if (source === "") return el("bdi", { class: "value value-empty" }, "empty");
  const cut = source.length > limit;
  return el("bdi", { class: "value" }, safeNodes(cut ? source.slice(0, limit) : source), cut && "…");
}

/** A value that may be long, whole: a button shows the rest of it. */
function blockValue(text, limit = 400) {
  const source = String(text);
  if (source === "") return el("span", { class: "value-empty" }, "empty");
  const holder = el("bdi", { class: "block-value" });
  if (source.length <= limit) {
    fill(holder, safeNodes(source, true));
    return holder;
  }
  const rest = el("button", {
    type: "button", class: "text-button", "aria-expanded": "false",
    onclick: () => {
      const open = rest.getAttribute("aria-expanded") === "false";
      rest.setAttribute("aria-expanded", String(open));
      fill(holder, safeNodes(open ? source : source.slice(0, limit) + "…", true));
      setText(rest, open ? "Show less" : showAll);
    },
  });
  const showAll = `Show all ${count(source.length, "character")}`;
  setText(rest, showAll);
  fill(holder, safeNodes(source.slice(0, limit) + "…", true));
  return el("span", { class: "block-value-holder" }, holder, rest);
}

/** The address of a node in one line: where room is short its beginning gives way, never its last name. */
function addressText(address) {
  const cut = address.lastIndexOf("/");
  return el("bdi", { class: "address", title: visibleText(address) },
    cut > 0 && el("span", { class: "address-head" }, safeNodes(address.slice(0, cut + 1))),
    el("span", { class: "address-tail" }, safeNodes(cut > 0 ? address.slice(cut + 1) : address)));
}

/** A button that puts a text on the clipboard and says so. `text` may be a function that answers it or a promise of it. */
function copyButton(text, label, name) {
  const button = el("button", { type: "button", class: "text-button copy-button", "aria-label": name ?? label }, label);
  const said = el("span", { class: "copy-said", role: "status" });
  button.addEventListener("click", async () => {
    let answer = "Copied";
    try {
      await writeClipboard(await (typeof text === "function" ? text() : text));
    } catch {
      answer = "The browser does not let this page copy";
    }
    setText(said, answer);
    setTimeout(() => setText(said, ""), 2000);
  });
  return el("span", { class: "copy" }, button, said);
}

/** A page that was opened from a file has no asynchronous clipboard in every browser; a selected text field always works. */
async function writeClipboard(text) {
  if (navigator.clipboard?.writeText) {
    try {
      return await navigator.clipboard.writeText(text);
    } catch {
      // The older way below may be allowed.
    }
  }
  const field = el("textarea", { class: "off-screen", readonly: true, "aria-hidden": "true", tabindex: "-1" });
  field.value = text;
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  if (!done) throw new Error("refused");
}
