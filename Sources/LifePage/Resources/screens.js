"use strict";

/** What is on the device's screen, as one short text. */
function screenTitle(state) {
  switch (state.screen) {
    case "starting": return "Before the status page";
    case "status": return state.error ? "Status page: error" : "Status page";
    case "restarting": return "Restarting";
    case "off": return "Turned off";
    case "signIn": return state.signIn?.prompt ? "Sign-in screen, asking for name and password" : "Sign-in screen";
    case "desktop": return "Desktop";
    case "technicianSuccess": return "Technician's result: success";
    case "technicianFailure": return "Technician's result: failure";
    case "reset": return "Reset under way";
    case "white": return "White page";
    case "left": return state.pageState === "S13" ? "Status page skipped" : "Status page left";
    case "updating": return "Quality updates";
    case "preparing": return "Autopilot device preparation";
    default: return state.screen;
  }
}

/** A moment in words: time, what the page is doing, the line that is at work. */
function momentText(state, timeline, t) {
  const parts = [formatTime(t)];
  if (!timeline.head) return parts[0];
  if (timeline.head.view === "server") return `${parts[0]}, ${count(state.messageCount, "message")} so far`;
  const title = timeline.head.pageStates?.[state.pageState];
  parts.push(state.screen === "status" && title ? title : screenTitle(state));
  if (state.screen === "status") {
    let working = null;
    for (const line of state.lines.values()) if (line.state === "inProgress" && line.text) working = line.text;
    if (working) parts.push(visibleText(working));
  }
  return parts.join(", ");
}
