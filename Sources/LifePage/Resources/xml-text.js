"use strict";

// XML cut into tokens and lines for reading. It is not a parser: what is not well formed becomes plain text, and every
// character of the input is in exactly one token. All of it takes time in proportion to the length, whatever comes.

/** Tokens {kind, text} of `xml`: "tag" (also declarations and instructions), "comment", "cdata" or "text". */
function xmlTokens(xml) {
  const tokens = [];
  let plain = 0;
  let at = xml.indexOf("<");
  const add = (kind, end) => {
    if (at > plain) tokens.push({ kind: "text", text: xml.slice(plain, at) });
    tokens.push({ kind, text: xml.slice(at, end) });
    plain = at = end;
  };
  while (at >= 0) {
    if (xml.startsWith("<!--", at)) {
      const end = xml.indexOf("-->", at + 4);
      if (end < 0) break;
      add("comment", end + 3);
    } else if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at + 9);
      if (end < 0) break;
      add("cdata", end + 3);
    } else {
      const end = tagEnd(xml, at);
      if (end < 0) break;
      if (xml[end] === ">") add("tag", end + 1);
      else at = end;
    }
    at = xml.indexOf("<", at);
  }
  if (plain < xml.length) tokens.push({ kind: "text", text: xml.slice(plain) });
  return tokens;
}

/** The place of the `>` that ends the tag at `start`, or of the next `<` where it is none; -1 at the end of the text. */
function tagEnd(xml, start) {
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at];
    if (quote) {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">" || character === "<") return at;
  }
  return -1;
}

/** A tag cut into {kind, text}: "punctuation", "name", "attribute", "quoted". */
function tagParts(tag) {
  const parts = [];
  let isNamed = false;
  const opening = /^<[/?!]?/.exec(tag)[0];
  const closing = /[/?]?>$/.exec(tag.slice(opening.length))?.[0] ?? "";
  parts.push({ kind: "punctuation", text: opening });
  const inside = tag.slice(opening.length, tag.length - closing.length);
  for (const [text] of inside.matchAll(/"[^"]*"|'[^']*'|[^\s="']+|[\s\S]/g)) {
    if (text.length > 1 && (text[0] === '"' || text[0] === "'")) parts.push({ kind: "quoted", text });
    else if (/^[\s=]/.test(text)) parts.push({ kind: "punctuation", text });
    else {
      parts.push({ kind: isNamed ? "attribute" : "name", text });
      isNamed = true;
    }
  }
  if (closing) parts.push({ kind: "punctuation", text: closing });
  return parts;
}

/** Lines {depth, tokens} as they were sent: no character is added or left out but the line breaks. */
function xmlLinesAsSent(xml) {
  const lines = [];
  let line = { depth: 0, tokens: [] };
  for (const token of xmlTokens(xml)) {
    const pieces = token.text.split("\n");
    pieces.forEach((text, position) => {
      if (position > 0) {
        lines.push(line);
        line = { depth: 0, tokens: [] };
      }
      // A tag that goes over a line break is shown as plain text.
      if (text) line.tokens.push(pieces.length > 1 ? { kind: token.kind === "tag" ? "text" : token.kind, text } : token);
    });
  }
  lines.push(line);
  return lines;
}

/** Lines for reading: one for each element, those that hold text only with their text; blanks between tags are left out. */
function xmlLinesIndented(xml) {
  const tokens = xmlTokens(xml);
  const lines = [];
  let depth = 0;
  const isTag = (token) => token?.kind === "tag";
  const closes = (token) => isTag(token) && token.text.startsWith("</");
  const opens = (token) => isTag(token) && /^<[^/?!]/.test(token.text) && !token.text.endsWith("/>");
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token.kind === "text" && token.text.trim() === "") continue;
    if (closes(token)) {
      depth = Math.max(0, depth - 1);
      lines.push({ depth, tokens: [token] });
      continue;
    }
    if (!opens(token)) {
      pushText(lines, depth, token);
      continue;
    }
    // An element with text only, in one line: the opening tag, texts, the closing tag.
    let end = at + 1;
    while (end < tokens.length && (tokens[end].kind === "text" || tokens[end].kind === "cdata")) end++;
    const content = tokens.slice(at + 1, end);
    const isLong = content.some((part) => part.text.includes("\n") && part.text.trim() !== "");
    if (closes(tokens[end]) && !isLong) {
      lines.push({ depth, tokens: [token, ...content.filter((part) => part.text.trim() !== ""), tokens[end]] });
      at = end;
    } else {
      lines.push({ depth, tokens: [token] });
      depth += 1;
    }
  }
  return lines;
}

function pushText(lines, depth, token) {
  for (const text of token.text.split("\n")) {
    if (text.trim() !== "") lines.push({ depth, tokens: [{ kind: token.kind, text: text.replace(/\r$/, "") }] });
  }
}
