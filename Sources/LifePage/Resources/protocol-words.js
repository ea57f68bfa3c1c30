"use strict";

// The names of SyncML/StatusCode+Names.swift (oma-dm.md 2.8).
const statusNames = {
  __proto__: null,
  101: "In progress", 200: "OK", 201: "Item added", 202: "Accepted for processing", 203: "Non-authoritative response",
  204: "No content", 205: "Reset content", 206: "Partial content", 207: "Conflict resolved with merge",
  208: "Conflict resolved, client wins", 209: "Conflict resolved with duplicate", 210: "Delete without archive",
  211: "Item not deleted", 212: "Authentication accepted", 213: "Chunked item accepted and buffered",
  214: "Operation cancelled", 215: "Not executed", 216: "Atomic roll back OK", 300: "Multiple choices",
  301: "Moved permanently", 302: "Found", 303: "See other", 304: "Not modified", 305: "Use proxy", 400: "Bad request",
  401: "Invalid credentials", 402: "Payment needed", 403: "Forbidden", 404: "Not found", 405: "Command not allowed",
  406: "Optional feature not supported", 407: "Missing credentials", 408: "Request timeout", 409: "Conflict", 410: "Gone",
  411: "Size required", 412: "Incomplete command", 413: "Request entity too large", 414: "URI too long",
  415: "Unsupported media type or format", 416: "Requested size too big", 417: "Retry later", 418: "Already exists",
  419: "Conflict resolved with server data", 420: "Device full", 421: "Unknown search grammar", 422: "Bad CGI script",
  423: "Soft-delete conflict", 424: "Size mismatch", 425: "Permission denied", 426: "Partial item not accepted",
  427: "Item not empty", 428: "Move failed", 500: "Command failed", 501: "Command not implemented", 502: "Bad gateway",
  503: "Service unavailable", 504: "Gateway timeout", 505: "DTD version not supported", 506: "Processing error",
  507: "Atomic failed", 508: "Refresh required", 509: "Reserved", 510: "Data store failure", 511: "Server failure",
  512: "Synchronization failed", 513: "Protocol version not supported", 514: "Operation cancelled",
  516: "Atomic roll back failed", 517: "Atomic response too large to fit",
};

/** `405 Command not allowed`. */
function statusText(status) {
  // A status is text of the peer: "constructor" is none of the names.
  return Object.hasOwn(statusNames, status) ? `${status} ${statusNames[status]}` : visibleText(status);
}

/** As CommandOutcome.succeeded has it: 214 to 216 belong to the twos, but say that nothing was done. */
function isRefusal(status) {
  const code = Number(status);
  return !(code >= 100 && code < 300) || (code >= 214 && code <= 216);
}

// What an Alert is for (oma-dm.md 2.5).
const alertWords = {
  __proto__: null,
  1100: "display", 1101: "confirm or reject", 1102: "text input", 1103: "single choice", 1104: "multiple choice",
  1200: "server-initiated management", 1201: "client-initiated management", 1222: "next message", 1223: "session abort",
  1224: "client event", 1225: "no end of data", 1226: "generic alert",
};

/** What became of a question to the user (oma-dm.md 2.5): the status of its Alert, in words. */
function questionAnswer({ code, status, answers }) {
  if (answers.length > 0) return `Answer: ${answers.map(visibleText).join(", ")}`;
  switch (status) {
    case 200: return code === 1100 ? "It was shown." : "The user accepts.";
    case 304: return "The user rejects.";
    case 214: return "The user cancels.";
    case 408: return "Nobody answers in time.";
    default: return statusText(status);
  }
}

// NumberTable.swift (esp-behaviour.md 3.4).
const packageStatusWords = {
  __proto__: null,
  0: "none", 10: "initialized", 20: "download in progress", 25: "pending download retry", 30: "download failed",
  40: "download completed", 48: "pending user session", 50: "enforcement in progress", 55: "pending enforcement retry",
  60: "enforcement failed", 70: "success",
};
const enforcementWords = {
  __proto__: null,
  1000: "succeeded", 1003: "install command received", 2000: "in progress", 2007: "waiting for dependencies",
  2008: "installed, restart needed", 2009: "downloaded, not yet installed", 3000: "requirements not met",
  4000: "unknown outcome", 5000: "failed", 5003: "content download failed", 5999: "failed, immediate retry",
  6000: "not attempted", 6001: "not attempted: dependency failed", 6002: "not attempted: pending hard restart",
  6003: "not attempted: requirements of a dependency not met",
  6004: "not attempted: dependency not installed automatically",
  6005: "not attempted: dependency not installed automatically",
};
const providerStateWords = { __proto__: null, 1: "NotInstalled", 2: "NotRequired", 3: "Completed", 4: "Error" };
// CSP/Providers/Office/OfficeInstall.swift.
const officeStatusWords = {
  __proto__: null,
  13: "the signature of the deployment tool could not be verified", 1460: "the download of the deployment tool failed",
  1602: "cancelled by the user", 1603: "a prerequisite is not met", 17000: "the client could not be started",
  17001: "the installation could not be queued", 17002: "the installation could not be completed",
  17003: "another installation is running", 17004: "the client needs to be cleaned up", 17005: "cancelled as planned",
  17006: "blocked by running apps", 17007: "another version has to be removed first", 17100: "the command line is wrong",
};
// The codes of esp-behaviour.md 4.6 that have one meaning.
const errorCodeWords = {
  __proto__: null,
  "0x800705B4": "time-out", "0x87D1041C": "the installer ended, but detection does not find the app",
  "0x80070652": "another installation is running", "0x80070001": "the installer ended with 1",
  "0x80070643": "the installer ended with 1603", "0x80180014": "enrolment refused", "0x80180018": "licence or too many devices",
};

/** What an HRESULT means, in whatever case it is written; undefined for one without a meaning of its own. */
function errorCodeMeaning(code) { return errorCodeWords["0x" + String(code).slice(2).toUpperCase()]; }

/** A number as CSPs keep an HRESULT, signed and decimal, in the usual form; null where it is none or zero. */
function hresultText(value) {
  const number = Number(value);
  if (!/^-?\d+$/.test(String(value)) || number === 0 || number < -2147483648 || number > 4294967295) return null;
  return "0x" + (number >>> 0).toString(16).toUpperCase().padStart(8, "0");
}

const kindWords = {
  __proto__: null,
  win32: "Win32 app", msi: "MSI", uwp: "UWP app", store: "Store app", office: "Office", certificate: "Certificate",
  script: "Script", job: "Job",
};
const severityWords = { __proto__: null, error: "Error", warning: "Warning", note: "Note" };

/** A certificate's Status in words; life-state.js says which of the four states it is. */
function certificateText(uri, status) {
  if (uri.includes("/PFXCertInstall/")) return status === 0 ? "imported" : `import failed with ${status}`;
  if (isRenewal(uri)) return { __proto__: null, 0: "not started", 1: "renewal under way", 2: "renewed", 3: "renewal failed" }[status] ?? "unknown";
  return { __proto__: null, 1: "enrolled", 2: "pending", 16: "failed" }[status] ?? "unknown";
}

/** How a session ended (SessionEnd in DeviceEvent+JSON.swift). */
function sessionEndText(reason) {
  const [word, detail] = String(reason).split(" ");
  switch (word) {
    case "completed": return "completed";
    case "abortedByServer": return "given up by the server";
    case "abortedByClient": return "given up by the device";
    case "headerRefused": return `header refused with ${statusText(detail)}`;
    case "unenrolled": return "ended by unenrolment";
    case "clientNotAuthenticated": return "the server did not accept the device's credentials";
    case "serverNotAuthenticated": return "the device did not accept the server's credentials";
    default: return visibleText(reason);
  }
}

/** The end of a session in words and as a sentence, and whether it ended otherwise than it should. */
function sessionEnding(event) {
  if (event.type === "sessionBroken") {
    const text = `broke: ${visibleText(event.reason)}`;
    return { text, sentence: `Session ${event.session} ${text}`, isBad: true };
  }
  const text = sessionEndText(event.reason);
  return { text, sentence: `Session ${event.session}: ${text}`, isBad: event.reason !== "completed" && event.reason !== "unenrolled" };
}

/** `1,132 bytes`, `9.4 kB`. */
function sizeText(bytes) {
  return bytes < 10000 ? count(bytes, "byte") : `${(bytes / 1000).toFixed(1)} kB`;
}

/** What stands behind the last `/` of an address. */
function lastSegment(address) { return address.slice(address.lastIndexOf("/") + 1); }

/** The name of a node, percent-escapes read; an escape that is none stays as it is. */
function nodeName(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
