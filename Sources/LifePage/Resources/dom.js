"use strict";

// The document is made of elements and text nodes only: what comes from a server or a capture never becomes markup.

const svgNamespace = "http://www.w3.org/2000/svg";

/** An element. An attribute that is a function becomes a listener (`onclick`), false and null leave it out, true sets it
 *  empty; `class` may be a list. Children are elements, texts, numbers or lists of them; null and false are left out. */
function el(tag, attributes, ...children) {
  return build(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes, ...children) {
  return build(document.createElementNS(svgNamespace, tag), attributes, children);
}

function build(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === null || value === undefined || value === false) continue;
    else if (name === "style" || /^on/i.test(name)) throw new TypeError(`${name} is not an attribute for el()`);
    else element.setAttribute(name, Array.isArray(value) ? value.filter(Boolean).join(" ") : value === true ? "" : value);
  }
  append(element, children);
  return element;
}

function append(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what `parent` holds. */
function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** Writes only what differs, so that nothing is laid out or announced anew. */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Sets, or with null removes, an attribute that differs. */
function setAttribute(element, name, value) {
  if (value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else {
    const text = value === true ? "" : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

function setHidden(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}
